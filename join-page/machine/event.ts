import type {Entry, JoinableMeeting, JoinLinkAnswer} from '../../contract/join-page.js';
import type {Who} from './state.js';

/** How the server says no. */
export interface Refusal {
  code: string;
  /** In the reader's language. */
  message: string;
  /** Milliseconds until another try may succeed; 0: nobody knows. */
  retryAfter: number;
  signInUrl?: string;
  registrationUrl?: string;
}

/** Why Zoom's SDK was not even begun with. missing: its files could not be loaded · other: something else lies there */
export type SdkAbsence = {kind: 'missing' | 'other'};

/**
 * Why Zoom let nobody in. code: Zoom's own number · browser: too old, or no such one · silent: nothing was heard of it.
 * Its SDK cannot be used again in the same document: it joins once in ten seconds, and leaves its style behind.
 */
export type SdkRefusal = {kind: 'code'; code: number} | {kind: 'browser' | 'silent'};

export type SdkFailure = SdkAbsence | SdkRefusal;

/** What can go wrong with whatever the server is asked. `trouble`: what came was no answer of ours. */
export type Failure =
  {kind: 'refused'; refusal: Refusal} | {kind: 'trouble'; status: number} | {kind: 'offline'};

/** Everything that can happen to the page. */
export type Event =
  | {kind: 'seen'; meeting: JoinableMeeting}
  | {kind: 'entered'; entry: Entry}
  | {kind: 'linked'; link: JoinLinkAnswer}
  | Failure
  | {kind: 'joined'}
  | {kind: 'notJoined'; failure: SdkFailure}
  | {kind: 'submitted'; who: Who}
  | {kind: 'pressed'; what: 'retry' | 'zoom' | 'back'}
  /** The network is back, or somebody looks at the page again. */
  | {kind: 'woken'};
