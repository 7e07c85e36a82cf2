import type {SecretText} from '../domain/secret-text.js';
import type {Joinable} from './judge-joinable.js';
import type {LookAtJoinable, LookAtJoinableOutcome} from './look-at-joinable.js';
import type {Pass} from './read-pass.js';

export type NoJoinLink =
  | Exclude<LookAtJoinableOutcome, {kind: 'seen'}>
  /** Each of them registers, or there is nothing left to join. */
  | {kind: 'no-link'; meeting: Extract<Joinable, {state: 'registration' | 'over'}>};

export type JoinLinkOutcome = {kind: 'link'; link: SecretText} | NoJoinLink;

/** Rejects with what cards reject with. */
export type GetJoinLink = (pass: Pass) => Promise<JoinLinkOutcome>;

/** Zoom's own link to the meeting of a pass, for whoever goes there without the page. */
export const createGetJoinLink =
  ({lookAtJoinable}: {lookAtJoinable: LookAtJoinable}): GetJoinLink =>
  async (pass) => {
    const looked = await lookAtJoinable(pass);
    if (looked.kind !== 'seen') return looked;
    const {meeting} = looked;
    if (meeting.state === 'registration' || meeting.state === 'over') return {kind: 'no-link', meeting};
    return {kind: 'link', link: meeting.link};
  };
