import type {ConsentBy} from './zoom-connection.js';
import type {SecretText} from './secret-text.js';

/** Whose consent a mode asks for, where it asks for any. */
export type Consenter = Exclude<ConsentBy, 'nobody'>;

/** What an attempt to connect is made under: nothing of it may change while the person is at Zoom. */
export interface ConnectTerms {
  consent: Consenter;
  clientId: string;
  /** Zoom's address. */
  webUrl: string;
  /** Where Zoom sends the browser back. */
  redirectUri: string;
}

export const isSameTerms = (one: ConnectTerms, other: ConnectTerms): boolean =>
  one.consent === other.consent &&
  one.clientId === other.clientId &&
  one.webUrl === other.webUrl &&
  one.redirectUri === other.redirectUri;

/** Somebody who is on their way to Zoom and back: https://www.rfc-editor.org/rfc/rfc9700#section-4.7 */
export interface ConnectAttempt {
  /** Mattermost's id. */
  userId: string;
  terms: ConnectTerms;
  /** Digest of what only the browser knows that began. */
  browser: string;
  /** Of PKCE: https://www.rfc-editor.org/rfc/rfc7636 */
  verifier: SecretText;
}

/** What Zoom answered to an attempt, from which nothing has been made yet. */
export interface AnsweredAttempt extends Omit<ConnectAttempt, 'browser'> {
  /** Good once, for five minutes. */
  code: SecretText;
}

/** How long people have from the first click to Zoom's answer, whose code lives as long. */
export const ATTEMPT_LIVES_MS = 5 * 60_000;
