import type {Entry, JoinableMeeting, JoinLinkAnswer} from '../../contract/join-page.js';
import type {Halt} from './halt.js';
import type {Words} from './words.js';

/** As typed. */
export interface Who {
  name: string;
  email: string;
}

/** What the person has to change before they can join. */
export interface FormError {
  field: 'name' | 'email';
  words: Words;
}

/**
 * What is waited for: host: the meeting has not begun · crowd: too many want to join at once · server, network: what
 * was asked got no answer that helps
 */
export type WaitFor = 'host' | 'crowd' | 'server' | 'network';

export interface Waiting {
  kind: 'waiting';
  waitsFor: WaitFor;
  words: Words;
  /** How often in a row it was tried in vain; 0 where nothing is wrong. */
  failures: number;
  /** Milliseconds before which another try is in vain. */
  atLeast: number;
  /** The person does not want to wait for the next try. */
  isHurried: boolean;
}

/** All that the page can be in. What it shows and what it does follow from this alone. */
export type State = Known &
  (
    | {kind: 'looking'}
    | {kind: 'form'; error: FormError | undefined}
    | {kind: 'entering'}
    | Waiting
    | {kind: 'joining'; entry: Entry}
    /** Zoom's view has the page. */
    | {kind: 'inside'}
    | {kind: 'linking'}
    | {kind: 'linked'; link: JoinLinkAnswer}
    | {kind: 'halted'; halt: Halt}
  );

interface Known {
  /** As it was last seen. */
  meeting: JoinableMeeting | undefined;
  /** Whoever has pressed Join, and wants to be led on. */
  who: Who | undefined;
}
