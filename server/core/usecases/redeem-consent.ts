import {type AnsweredAttempt, isSameTerms} from '../domain/connect-attempt.js';
import type {ConnectRefusal, RefusedBy} from '../domain/connect-refusal.js';
import type {ZoomTokens} from '../domain/grant.js';
import {judgeConsenter} from '../domain/judge-consenter.js';
import type {SignInRefusal, ScopeReach} from '../domain/zoom-connection.js';
import type {Chat} from '../ports/chat.js';
import type {Logger} from '../ports/logger.js';
import {hasCode} from '../ports/port-error.js';
import {foreignScopes, missingScopes} from '../ports/zoom/scopes.js';
import type {ConnectWay} from './begin-connect.js';
import type {GiveBack} from './give-back.js';
import type {KeepConsent, KeptConsent} from './keep-consent.js';

/** What came of a consent: connected, a question, or why not. */
export type ConnectOutcome = KeptConsent | ConnectRefusal;

/** Makes a connection of what Zoom answered. Rejects with a chat or a store error. */
export type RedeemConsent = (answered: AnsweredAttempt, signal: AbortSignal) => Promise<ConnectOutcome>;

interface RedeemConsentDeps {
  way: ConnectWay | undefined;
  reach: ScopeReach;
  chat: Pick<Chat, 'user'>;
  keepConsent: KeepConsent;
  giveBack: GiveBack;
  logger: Logger;
  /** By which a person's page and the log speak of the same. */
  newReference: () => string;
}

export const createRedeemConsent =
  (deps: RedeemConsentDeps): RedeemConsent =>
  async (answered, signal) => {
    const {way, chat} = deps;
    if (way === undefined || !isSameTerms(way.terms, answered.terms)) return {kind: 'settings-changed'};
    const refusal = judgeConsenter(await chat.user(answered.userId), way.terms.consent);
    if (refusal !== undefined) return refusal;
    const {code, verifier, terms, userId} = answered;
    const {redirectUri} = terms;
    const tokens = await way.consent
      .redeem({code, verifier, redirectUri}, signal)
      .catch((error: unknown) => explain(deps, error));
    if ('kind' in tokens) return tokens;
    const ill = judgeTokens(deps, tokens);
    if (ill !== undefined) {
      // Nobody has asked whose they are.
      await deps.giveBack({identity: {zoomUserId: ''}, tokens});
      return ill;
    }
    const identity = await way.consent
      .identify(tokens, signal)
      .catch((error: unknown) => explain(deps, error));
    if ('kind' in identity) {
      await deps.giveBack({identity: {zoomUserId: ''}, tokens});
      return identity;
    }
    return deps.keepConsent({userId, consent: terms.consent, identity, tokens});
  };

/** Tokens that reach too far are as little use as those that do not reach. */
function judgeTokens({reach, logger}: RedeemConsentDeps, {scopes}: ZoomTokens): ConnectRefusal | undefined {
  const foreign = foreignScopes(reach, scopes);
  if (foreign.length > 0) {
    logger.warn('Zoom granted more than this connection may have, and it was refused', {
      scopes: foreign.join(' '),
    });
    return {kind: 'foreign-scopes'};
  }
  const missing = missingScopes(reach, scopes);
  return missing.length === 0 ? undefined : {kind: 'missing-scopes', scopes: missing};
}

const REFUSED_BY: Partial<Record<SignInRefusal, RefusedBy>> = {
  client: 'client',
  'app-type': 'app-type',
  'app-disabled': 'app-disabled',
  redirect: 'redirect',
  code: 'code',
  // Nothing else was sent that could be wrong.
  request: 'code',
};

function explain({logger, newReference}: RedeemConsentDeps, error: unknown): ConnectRefusal {
  if (!hasCode(error, 'zoom-trouble')) throw error;
  const {problem, logFields} = error.details;
  const id = newReference();
  const isRefusal = problem.kind === 'unauthorized';
  const because = isRefusal ? (REFUSED_BY[problem.because ?? 'no-jwt'] ?? 'untold') : undefined;
  logger.warn('Zoom did not let somebody connect', {
    reference: id,
    problem: problem.kind,
    ...(because !== undefined && {because}),
    ...logFields,
  });
  return because === undefined ? {kind: 'zoom-trouble', id} : {kind: 'zoom-refused', because, id};
}
