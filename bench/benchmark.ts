import type {Figure} from './report/figure.js';
import type {Workshop} from './workshop.js';

/** Measures something. What has to be known to read the figures it tells the workshop in a sentence. */
export type Benchmark = (workshop: Workshop) => Promise<readonly Figure[]>;
