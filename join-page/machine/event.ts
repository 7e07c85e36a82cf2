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

/** missing: its files could not be loaded · other: something else lies at its address · code: Zoom's own number */
export type SdkFailure = {kind: 'missing' | 'other'} | {kind: 'code'; code: number};

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
