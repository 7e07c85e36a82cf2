import {createHash} from 'node:crypto';
import {SecretText} from '../domain/secret-text.js';
import type {ConnectTerms} from '../domain/connect-attempt.js';
import type {ConnectRefusal} from '../domain/connect-refusal.js';
import {judgeConsenter} from '../domain/judge-consenter.js';
import type {Chat} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {ConnectAttempts} from '../ports/connect-attempts.js';
import type {Random} from '../ports/random.js';
import type {ZoomConsent} from '../ports/zoom-consent.js';
import type {Allowance} from './allowance.js';

/** Where the browser of somebody who wants to connect goes. Rejects with a chat or a store error. */
export type BeginConnect = (by: {
  userId: string;
  /** What only their browser knows. */
  nonce: string;
}) => Promise<{kind: 'to-zoom'; address: string} | ConnectRefusal>;

/** Where people connect: Zoom's side, and under which terms. */
export interface ConnectWay {
  consent: ZoomConsent;
  terms: ConnectTerms;
}

interface BeginConnectDeps {
  /** `undefined`: nobody has to consent, or the settings lack something. */
  way: ConnectWay | undefined;
  attempts: Pick<ConnectAttempts, 'open'>;
  chat: Pick<Chat, 'user'>;
  clock: Pick<Clock, 'now'>;
  random: Random;
  allowance: Pick<Allowance, 'spend'>;
}

/** 256 bits: 43 characters, as many as PKCE asks for at least. */
const SECRET_BYTES = 32;

/** Nothing is connected by it: it takes the person's consent in Zoom, and the same browser back here. */
export const createBeginConnect =
  ({way, attempts, chat, clock, random, allowance}: BeginConnectDeps): BeginConnect =>
  async ({userId, nonce}) => {
    if (way === undefined) return {kind: 'not-set-up'};
    const refusal = judgeConsenter(await chat.user(userId), way.terms.consent);
    if (refusal !== undefined) return refusal;
    const secret = (): string => Buffer.from(random.bytes(SECRET_BYTES)).toString('base64url');
    const [state, verifier] = [secret(), secret()];
    const nextAt = allowance.spend(userId, {id: state, at: clock.now()});
    if (nextAt !== undefined) return {kind: 'too-many', nextAt};
    const {terms, consent} = way;
    await attempts.open(state, {
      userId,
      terms,
      browser: browserOf(nonce),
      verifier: new SecretText(verifier),
    });
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    return {
      kind: 'to-zoom',
      address: consent.address({state, challenge, redirectUri: terms.redirectUri}),
    };
  };

/** A browser as an attempt knows it again. */
export const browserOf = (nonce: string): string => createHash('sha256').update(nonce).digest('hex');
