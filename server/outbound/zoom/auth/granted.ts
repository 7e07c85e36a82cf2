import * as z from 'zod';
import {SecretText} from '../../../core/domain/secret-text.js';
import type {TokenWay} from '../../../core/domain/zoom-connection.js';
import type {Clock} from '../../../core/ports/clock.js';
import {zoomTrouble} from '../../../core/ports/port-error.js';
import {withDeadline} from '../../../lib/deadline.js';
import type {Measure} from '../measure.js';
import type {Send} from '../repeat.js';
import type {ZoomRequest} from '../transport.js';
import type {Credentials} from './credentials.js';
import {scopesOf} from './scopes-of.js';

type Grant = Extract<TokenWay, {kind: 'granted'}>;

/** A token that is about to expire could expire on its way. */
const EXPIRY_MARGIN_MS = 120_000;
const TOKEN_REQUEST_LIMIT_MS = 10_000;
const TOKEN_LIFETIME_SECONDS = 3600;

/**
 * The answer also holds `api_url`, the account's own cluster. It is not read: the token goes to the address that the
 * administrator configured, and the global address always works.
 */
const tokenAnswer = z.object({
  access_token: z.string().regex(/^[!-~]+$/),
  expires_in: z.number().positive().max(TOKEN_LIFETIME_SECONDS).catch(TOKEN_LIFETIME_SECONDS),
  scope: z.string().optional().catch(undefined),
});

interface Token {
  token: SecretText;
  scopes: readonly string[] | undefined;
  /** Milliseconds. */
  lifetime: number;
}

/** One token of Zoom's token endpoint, the same for everybody, kept until it expires. */
export function createGrantedCredentials(
  grant: Grant,
  {send, clock, measure}: {send: Send; clock: Clock; measure: Measure},
): Credentials {
  let current: (Token & {goodUntil: number}) | undefined;
  let pending: Promise<Token> | undefined;

  /** It has its own deadline: callers share the request, and the first one may have the least time. */
  async function request(): Promise<Token> {
    try {
      const asked = withDeadline(clock, TOKEN_REQUEST_LIMIT_MS, async (deadline) =>
        readToken(await send(tokenRequest(grant), true, deadline)),
      );
      const received = await measure('token', asked);
      current = {...received, goodUntil: clock.now() + received.lifetime - EXPIRY_MARGIN_MS};
      return received;
    } finally {
      pending = undefined;
    }
  }

  const goodToken = async (signal: AbortSignal): Promise<Token> => {
    if (current !== undefined && clock.now() < current.goodUntil) return current;
    pending ??= request();
    const shared = pending;
    // The caller stops waiting at its own deadline; the shared request goes on.
    return withDeadline(clock, TOKEN_REQUEST_LIMIT_MS, ({orLate}) => orLate(shared, tooLate), signal);
  };

  return {
    token: async (_subject, signal) => (await goodToken(signal)).token,
    scopes: async (_subject, signal) => (await goodToken(signal)).scopes,
    discard: (_subject, refused) => {
      // Another caller may have replaced it already.
      if (current?.token === refused) current = undefined;
      return true;
    },
  };
}

const tokenRequest = ({client, form}: Grant): ZoomRequest => ({
  log: {endpoint: 'token'},
  method: 'POST',
  to: 'web',
  path: '/oauth/token',
  basic: client,
  body: {type: 'application/x-www-form-urlencoded', text: new URLSearchParams(form).toString()},
});

function readToken(json: unknown): Token {
  const answer = tokenAnswer.safeParse(json);
  if (!answer.success) {
    throw zoomTrouble({kind: 'not-understood', detail: 'other-shape'}, {endpoint: 'token'});
  }
  const {access_token, expires_in, scope} = answer.data;
  return {
    token: new SecretText(access_token),
    scopes: scope === undefined ? undefined : scopesOf(scope),
    lifetime: expires_in * 1000,
  };
}

function tooLate(): never {
  throw zoomTrouble({kind: 'timeout'}, {endpoint: 'token'});
}
