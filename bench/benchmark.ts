import type {Figure} from './report/figure.js';
import type {Workshop} from './workshop.js';

/** Measures something. It tells the workshop in a sentence what one has to know to read the figures. */
export type Benchmark = (workshop: Workshop) => Promise<readonly Figure[]>;
