import {type AnsweredAttempt, type ConnectAttempt, isSameTerms} from '../domain/connect-attempt.js';
import type {ConnectRefusal} from '../domain/connect-refusal.js';
import {SecretText} from '../domain/secret-text.js';
import type {ConnectAttempts} from '../ports/connect-attempts.js';
import {browserOf, type ConnectWay} from './begin-connect.js';

/** A browser that comes back from Zoom. Everything in it may be made up. */
export interface Return {
  state: string | undefined;
  code: string | undefined;
  error: string | undefined;
  /** What the browser was given when it began; `undefined`: it has none. */
  nonce: string | undefined;
  /** Whose session it is; `undefined`: nobody's. 'none': there are no sessions here. */
  session: {userId: string} | 'none' | undefined;
}

/** `by`: who began, where that is known and it is them who came back. */
export type ReturnOutcome =
  {kind: 'answered'; answered: AnsweredAttempt} | {kind: 'refused'; refusal: ConnectRefusal; by?: string};

/** Rejects with a store error. */
export type ReceiveReturn = (came: Return) => Promise<ReturnOutcome>;

interface ReceiveReturnDeps {
  way: ConnectWay | undefined;
  attempts: Pick<ConnectAttempts, 'take'>;
}

/** What the browser could not have got from Zoom is not even sent there. */
const CODE = /^[\x21-\x7e]{1,2048}$/;

/**
 * What may be made of it. The attempt is used up before anything is looked at, so that nothing can be tried twice:
 * https://www.rfc-editor.org/rfc/rfc9700#section-4.2.4
 */
export const createReceiveReturn =
  ({way, attempts}: ReceiveReturnDeps): ReceiveReturn =>
  async (came) => {
    const attempt = came.state === undefined ? undefined : await attempts.take(came.state);
    if (attempt === undefined) return {kind: 'refused', refusal: {kind: 'state-unknown'}};
    const stranger = strangerIn(came, attempt);
    if (stranger !== undefined) return {kind: 'refused', refusal: {kind: stranger}};
    const by = attempt.userId;
    const refused = (kind: 'settings-changed' | 'declined' | 'odd-answer'): ReturnOutcome => ({
      kind: 'refused',
      refusal: {kind},
      by,
    });
    if (way === undefined || !isSameTerms(way.terms, attempt.terms)) return refused('settings-changed');
    const {code, error} = came;
    if (error !== undefined) {
      return refused(error === 'access_denied' && code === undefined ? 'declined' : 'odd-answer');
    }
    if (code === undefined || !CODE.test(code)) return refused('odd-answer');
    const {userId, terms, verifier} = attempt;
    return {kind: 'answered', answered: {userId, terms, verifier, code: new SecretText(code)}};
  };

/** Whoever comes back is not who began, or cannot be told to be. */
function strangerIn(
  {session, nonce}: Return,
  attempt: ConnectAttempt,
): 'signed-out' | 'other-person' | 'other-browser' | undefined {
  if (session === undefined) return 'signed-out';
  if (session !== 'none' && session.userId !== attempt.userId) return 'other-person';
  return nonce === undefined || browserOf(nonce) !== attempt.browser ? 'other-browser' : undefined;
}
