import {askZoomJob} from './ask-zoom.js';
import type {JobKind} from './job-kind.js';
import {showCardsJob} from './show-cards.js';

type RegistryDeps = Parameters<typeof askZoomJob>[0] & Parameters<typeof showCardsJob>[0];

/** Every kind of work that can be put off. */
export const createJobKinds = (deps: RegistryDeps): readonly JobKind[] => [
  askZoomJob(deps),
  showCardsJob(deps),
];
