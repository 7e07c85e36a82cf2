import type {JoinableMeeting} from '../contract/join-page.js';
import type {SdkRefusal} from './machine/event.js';
import type {Who} from './machine/state.js';
import {readMeeting} from './server/read-answers.js';

/** Whom Zoom did not let in, and why. */
export interface Refused {
  refusal: SdkRefusal;
  who: Who;
  meeting: JoinableMeeting | undefined;
}

/** What a document tells the next one of the same page. It needs no storage, and nobody else sees it. */
export interface KeptRefusal {
  keep: (refused: Refused) => void;
  /** Once: loaded anew by the person, the page begins at its beginning. */
  take: () => Refused | undefined;
}

/** That part of the browser's. */
interface Kept {
  readonly state: unknown;
  replaceState: (state: unknown, unused: string) => void;
}

export const createKeptRefusal = (history: Kept): KeptRefusal => ({
  keep: (refused) => history.replaceState({refused}, ''),
  take() {
    const state: unknown = history.state;
    history.replaceState(null, '');
    return readRefused(fieldsOf(state)['refused']);
  },
});

/** Zoom's script could have left something else there. */
function readRefused(given: unknown): Refused | undefined {
  const {refusal: said, who, meeting} = fieldsOf(given);
  const refusal = readRefusal(fieldsOf(said));
  const {name, email} = fieldsOf(who);
  if (refusal === undefined || typeof name !== 'string' || typeof email !== 'string') return undefined;
  return {refusal, who: {name, email}, meeting: readMeeting(meeting)};
}

function readRefusal({kind, code}: Fields): SdkRefusal | undefined {
  if (kind === 'browser' || kind === 'silent') return {kind};
  return kind === 'code' && typeof code === 'number' ? {kind, code} : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (given: unknown): Fields =>
  typeof given === 'object' && given !== null ? (given as Fields) : {};
