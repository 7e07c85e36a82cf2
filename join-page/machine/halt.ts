import type {Words} from './words.js';

/** retry: all over again, as the same person · zoom: Zoom's own link is asked for */
export type HaltAction = 'retry' | 'zoom';

/** Why it does not go on by itself, and what the person can do. */
export interface Halt {
  words: Words;
  actions: readonly HaltAction[];
  /** Somewhere else where it goes on. */
  link?: {to: 'register' | 'signIn'; url: string};
}
