import type {ClientInfo} from '../../contract/client-info.js';
import type {CardIds, StartQuestion} from '../api/answers.js';
import type {StartWishes} from '../api/create-api.js';
import type {Cause} from './cause.js';
import type {StartAt} from './start-at.js';
import type {TextKey} from '../text/catalogue.js';

/** A start to be asked for once more, exactly as before. */
export interface StartAgain {
  start: StartAt;
  wishes: StartWishes;
}

/** Something to tell the reader until they close it, or until it is out of date. */
export interface Notice {
  kind: 'done' | 'trouble';
  /** Whole sentences: a text of ours, or one that the server wrote in the reader's language. */
  text: {key: TextKey; values?: Readonly<Record<string, string | number>>} | string;
  /** A sentence of the server's that comes after it. */
  more?: string;
  link?: {key: TextKey; url: string};
  /** A page of Mattermost's own, below its base path. */
  page?: {key: TextKey; path: string};
  /** The reader's own meeting: lets them in as its host. */
  host?: CardIds;
  /** The start that failed, for once somebody has put right what was in its way. */
  again?: StartAgain;
  cause: Cause;
  /** The cause is gone: the notice is out of sight, but screen readers still find it. */
  isOver?: true;
}

/** What is asked before something is done: `end` ends the meeting of a card for everybody;
 * `many-readers`: cards are posted in a large channel. */
export type Question =
  | (StartQuestion & {again: StartAgain})
  | {kind: 'end'; topic: string; card: CardIds; isWebinar: boolean}
  | {kind: 'many-readers'; members: number; cards: number; goOn: () => void};

/** What this script knows; components draw from it. */
export interface ClientState {
  /** `undefined`: not known yet. */
  client: ClientInfo | undefined;
  /** How often the server has said that something has changed. */
  changes: number;
  /** The keys of the places where a meeting is being started. */
  busy: ReadonlySet<string>;
  question: Question | undefined;
  notice: Notice | undefined;
  /** Said to screen readers only; drawn nowhere. */
  announcement: {key: TextKey; values?: Readonly<Record<string, string>>} | undefined;
  /** Authors whom the page does not know; `true`: this plugin's bot. */
  authors: Readonly<Record<string, boolean>>;
}

export const initialState: ClientState = {
  client: undefined,
  changes: 0,
  busy: new Set(),
  question: undefined,
  notice: undefined,
  announcement: undefined,
  authors: {},
};
