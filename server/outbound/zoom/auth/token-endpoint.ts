import type * as Oauth from 'oauth4webapi';
import * as z from 'zod';
import type {ZoomTokens} from '../../../core/domain/grant.js';
import {SecretText} from '../../../core/domain/secret-text.js';
import type {SignInRefusal, ZoomClient} from '../../../core/domain/zoom-connection.js';
import type {ZoomProblem} from '../../../core/domain/zoom-problem.js';
import type {Clock} from '../../../core/ports/clock.js';
import {hasCode, isPortError, zoomTrouble} from '../../../core/ports/port-error.js';
import type {ConsentRequest} from '../../../core/ports/zoom-consent.js';
import {type Deadline, withDeadline} from '../../../lib/deadline.js';
import {loadOnce} from '../../../lib/load-once.js';
import type {Measure} from '../measure.js';
import type {Send} from '../repeat.js';
import {scopesOf} from './scopes-of.js';

const REQUEST_LIMIT_MS = 10_000;
const LONGEST_LIFETIME_SECONDS = 3600;

export interface RedeemedCode {
  code: SecretText;
  verifier: SecretText;
  redirectUri: string;
}

/** Zoom's OAuth endpoints for one app, by the protocol of RFC 6749 and 7636. Rejects with `zoom-trouble`. */
export interface TokenEndpoint {
  /** The page on which people consent. */
  consentAddress(request: ConsentRequest): string;
  redeem(answer: RedeemedCode, signal: AbortSignal): Promise<ZoomTokens>;
  /** It has its own deadline: all who need the token wait for it. */
  refresh(refreshToken: SecretText): Promise<ZoomTokens>;
  /** Resolves also where Zoom says that the token counts no more. */
  revoke(accessToken: SecretText, signal?: AbortSignal): Promise<void>;
  /** Resolves when Zoom knows the app: it lets the app redeem codes, and only finds this one to be none. */
  prove(signal: AbortSignal): Promise<void>;
}

interface TokenEndpointDeps {
  client: ZoomClient;
  webUrl: string;
  send: Send;
  clock: Clock;
  measure: Measure;
}

/** What stands for a code that Zoom cannot have given, and for its address. */
const NO_CODE = 'mattermost-set-up-test';
const NO_ADDRESS = 'https://localhost/';

// The library checks what comes back; requests leave by our own transport, the one place that knows the secret.
const library = loadOnce(() => import('oauth4webapi'));

export function createTokenEndpoint(deps: TokenEndpointDeps): TokenEndpoint {
  const {client, webUrl, clock, measure} = deps;
  const server: Oauth.AuthorizationServer = {
    issuer: webUrl,
    authorization_endpoint: `${webUrl}/oauth/authorize`,
    token_endpoint: `${webUrl}/oauth/token`,
    revocation_endpoint: `${webUrl}/oauth/revoke`,
  };
  const app: Oauth.Client = {client_id: client.id};
  const signedBySend: Oauth.ClientAuth = () => undefined;

  const ask = <T>(
    run: (oauth: typeof Oauth, options: Oauth.TokenEndpointRequestOptions) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> =>
    measure(
      'token',
      withDeadline(
        clock,
        REQUEST_LIMIT_MS,
        async (deadline) => {
          const oauth = await library();
          const options = {
            [oauth.customFetch]: sendBy(deps, deadline),
            // Whether this address may be called is for the transport to say.
            [oauth.allowInsecureRequests]: true,
          };
          return run(oauth, options).catch(explain);
        },
        signal,
      ),
    );

  const redeem = (answer: RedeemedCode, signal: AbortSignal): Promise<ZoomTokens> =>
    ask(async (oauth, options) => {
      const {code, verifier, redirectUri} = answer;
      const parameters = oauth.validateAuthResponse(server, app, new URLSearchParams({code: code.reveal()}));
      const response = await oauth.authorizationCodeGrantRequest(
        server,
        app,
        signedBySend,
        parameters,
        redirectUri,
        verifier.reveal(),
        options,
      );
      return readTokens(await oauth.processAuthorizationCodeResponse(server, app, response), clock);
    }, signal).catch(asOfACode);

  return {
    consentAddress: ({state, challenge, redirectUri}) => {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: client.id,
        redirect_uri: redirectUri,
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      });
      return `${webUrl}/oauth/authorize?${query.toString()}`;
    },
    redeem,
    refresh: (refreshToken) =>
      ask(async (oauth, options) => {
        const asked = oauth.refreshTokenGrantRequest(
          server,
          app,
          signedBySend,
          refreshToken.reveal(),
          options,
        );
        const answer = await oauth.processRefreshTokenResponse(server, app, await asked);
        return readTokens({refresh_token: refreshToken.reveal(), ...answer}, clock);
      }).catch(asOfARefresh),
    revoke: (accessToken, signal) =>
      ask(async (oauth, options) => {
        const token = accessToken.reveal();
        const response = await oauth.revocationRequest(server, app, signedBySend, token, options);
        await oauth.processRevocationResponse(response);
      }, signal).catch(unlessDead),
    prove: async (signal) => {
      const answer = {
        code: new SecretText(NO_CODE),
        verifier: new SecretText(NO_CODE.repeat(2)),
        redirectUri: NO_ADDRESS,
      };
      await redeem(answer, signal).catch((error: unknown) => {
        const because = refusalOf(error);
        const isKnown = because === 'code' || because === 'request' || because === 'redirect';
        if (!isKnown) throw error;
      });
    },
  };
}

/** `fetch` as the library needs it. A refusal never gets there: it is understood by what Zoom says in it. */
const sendBy =
  ({client, webUrl, send}: TokenEndpointDeps, deadline: Deadline) =>
  async (url: string, {body}: {body?: unknown}): Promise<Response> => {
    const json = await send(
      {
        log: {endpoint: 'token'},
        method: 'POST',
        to: 'web',
        path: url.slice(webUrl.length),
        basic: client,
        body: {type: 'application/x-www-form-urlencoded', text: String(body)},
      },
      // Zoom takes a code, and a refresh token, once.
      false,
      deadline,
    );
    return Response.json(tokenAnswer.safeParse(json).data ?? {});
  };

/** What a header can hold. */
const VISIBLE = /^[!-~]+$/;

/**
 * Of an answer, what is used. What a refresh gives is all that there is from then on, so it is not thrown away for a
 * lifetime or scopes that nobody understands.
 */
const tokenAnswer = z.object({
  access_token: z.string().regex(VISIBLE),
  token_type: z.string(),
  refresh_token: z.string().regex(VISIBLE).optional().catch(undefined),
  expires_in: z.number().positive().max(LONGEST_LIFETIME_SECONDS).catch(LONGEST_LIFETIME_SECONDS),
  scope: z.string().optional().catch(undefined),
});

function readTokens(answer: Oauth.TokenEndpointResponse, clock: Clock): ZoomTokens {
  const {access_token, refresh_token, expires_in = LONGEST_LIFETIME_SECONDS, scope = ''} = answer;
  if (refresh_token === undefined) throw otherShape('refresh_token');
  return {
    access: new SecretText(access_token),
    refresh: new SecretText(refresh_token),
    goodUntil: clock.now() + expires_in * 1000,
    scopes: scopesOf(scope),
  };
}

/** What the library objects to is an answer that we do not understand. */
function explain(error: unknown): never {
  if (isPortError(error)) throw error;
  throw otherShape('');
}

const otherShape = (field: string) =>
  zoomTrouble({kind: 'not-understood', detail: 'other-shape'}, {endpoint: 'token', field});

const refusalOf = (error: unknown): SignInRefusal | undefined =>
  hasCode(error, 'zoom-trouble') && error.details.problem.kind === 'unauthorized'
    ? error.details.problem.because
    : undefined;

/** What counts nothing is here the code. */
function asOfACode(error: unknown): never {
  throw refusalOf(error) === 'grant' ? refusedBecause('code', error) : error;
}

/** What counts nothing is here the refresh token, also where Zoom says that its scopes are not the app's (4711). */
function asOfARefresh(error: unknown): never {
  const because = refusalOf(error);
  const isDead = because === 'grant' || because === 'code' || isKind(error, 'missing-scope');
  throw isDead ? refusedBecause('revoked', error) : error;
}

/** What Zoom takes no more need not be revoked. @throws the error, where it says anything else */
export function unlessDead(error: unknown): undefined {
  const because = refusalOf(error);
  if (because === undefined || !DEAD.has(because)) throw error;
  return undefined;
}

const DEAD: ReadonlySet<SignInRefusal> = new Set(['grant', 'revoked', 'owner-gone', 'disabled']);

const isKind = (error: unknown, kind: ZoomProblem['kind']): boolean =>
  hasCode(error, 'zoom-trouble') && error.details.problem.kind === kind;

const refusedBecause = (because: SignInRefusal, error: unknown) =>
  zoomTrouble(
    {kind: 'unauthorized', because},
    hasCode(error, 'zoom-trouble') ? error.details.logFields : undefined,
  );
