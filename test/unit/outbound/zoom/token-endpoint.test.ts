import {afterEach, describe, expect, it} from '@jest/globals';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import type {SignInRefusal} from '../../../../server/core/domain/zoom-connection.js';
import type {ZoomProblem} from '../../../../server/core/domain/zoom-problem.js';
import {createMetrics} from '../../../../server/hosts/metrics/create-metrics.js';
import {
  createTokenEndpoint,
  type TokenEndpoint,
} from '../../../../server/outbound/zoom/auth/token-endpoint.js';
import {createMeasure} from '../../../../server/outbound/zoom/measure.js';
import {createSend} from '../../../../server/outbound/zoom/repeat.js';
import {createTransport} from '../../../../server/outbound/zoom/transport.js';
import {
  answerJson,
  answerText,
  type Behaviour,
  type FaultServer,
  hang,
  startFaultServer,
} from '../../../support/fault-server.js';
import {noProxy} from '../../../support/no-proxy.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';
import {createImpatientClock, errorOf, noHurry, START} from './zoom-under-test.js';

let server: FaultServer;
let clock: ReturnType<typeof createImpatientClock>;
afterEach(() => server.close());

/** Our end of Zoom's token endpoint, which behaves as told. */
async function endpointWith(behave: Behaviour): Promise<TokenEndpoint> {
  server = await startFaultServer(behave);
  clock = createImpatientClock();
  const addresses = {webUrl: server.url, apiUrl: `${server.url}/v2`, allowInsecure: true};
  const send = createSend({
    transport: createTransport(addresses, {resolve: async () => [], findProxy: noProxy}),
    zoomClock: {hear: () => undefined},
    clock,
    random: {bytes: (length) => new Uint8Array(length)},
    logger: createRecordingLogger(),
  });
  const client = {id: 'client-1', secret: new SecretText('canary-client-secret')};
  const measure = createMeasure({metrics: createMetrics('plugin'), clock});
  return createTokenEndpoint({client, webUrl: server.url, send, clock, measure});
}

/** Keeps what was sent: the header that names us, and the form. */
const listening = (answer: Behaviour, heard: string[]): Behaviour => {
  return (request, response) => {
    heard.push(String(request.headers.authorization));
    answer(request, response);
  };
};

const refresh = (endpoint: TokenEndpoint) => endpoint.refresh(new SecretText('canary-refresh'));
const redeem = (endpoint: TokenEndpoint) =>
  endpoint.redeem(
    {
      code: new SecretText('canary-code'),
      verifier: new SecretText('v'.repeat(43)),
      redirectUri: 'https://chat.example.org/done',
    },
    noHurry(),
  );
const answer = (changes: object = {}) =>
  answerJson(200, {
    access_token: 'access',
    token_type: 'bearer',
    refresh_token: 'refresh',
    expires_in: 3599,
    scope: 'user:read:user meeting:write:meeting',
    ...changes,
  });

describe('What Zoom gives for a code or a refresh token', () => {
  it.each([
    ['redeem', redeem],
    ['refresh', refresh],
  ])('is a pair with its lifetime and its scopes: %s', async (_name, ask) => {
    const tokens = await ask(await endpointWith(answer()));
    expect([tokens.access.reveal(), tokens.refresh.reveal()]).toEqual(['access', 'refresh']);
    expect(tokens.goodUntil).toBe(START + 3_599_000);
    expect(tokens.scopes).toEqual(['user:read:user', 'meeting:write:meeting']);
    expect(server.requests).toEqual(['POST /oauth/token']);
  });

  it('is asked for in the name of the app', async () => {
    const heard: string[] = [];
    await refresh(await endpointWith(listening(answer(), heard)));
    expect(heard).toEqual([`Basic ${Buffer.from('client-1:canary-client-secret').toString('base64')}`]);
  });

  it.each([-1, 0, 'soon', null, 1e12, undefined])(
    'is taken to last an hour with the lifetime %j',
    async (expires_in) => {
      const {goodUntil} = await refresh(await endpointWith(answer({expires_in})));
      expect(goodUntil).toBe(START + 3_600_000);
    },
  );

  it.each([undefined, null, 5, ['user:read:user']])('has no scopes with %j as scopes', async (scope) => {
    expect((await refresh(await endpointWith(answer({scope})))).scopes).toEqual([]);
  });

  it.each([undefined, '', 'with\nline', 5])(
    'keeps the former refresh token where %j comes instead of one, and a code gives nothing then',
    async (refresh_token) => {
      const endpoint = await endpointWith(answer({refresh_token}));
      expect((await refresh(endpoint)).refresh.reveal()).toBe('canary-refresh');
      const {problem} = await errorOf(redeem(endpoint));
      expect(problem).toEqual({kind: 'not-understood', detail: 'other-shape'});
    },
  );

  it.each<[string, Behaviour]>([
    ['without a token', answer({access_token: undefined})],
    ['with a token that is no text', answer({access_token: {}})],
    ['with a token that no header can hold', answer({access_token: 'one\r\ntwo'})],
    ['with another kind of token', answer({token_type: 'mac'})],
    ['that is a list', answerJson(200, [])],
    ['that is null', answerJson(200, null)],
    ['that is a page', answerText(200, '<html>')],
  ])('is not understood %s', async (_what, behave) => {
    const endpoint = await endpointWith(behave);
    for (const ask of [refresh, redeem]) {
      const {problem, logFields} = await errorOf(ask(endpoint));
      expect(problem).toMatchObject({kind: 'not-understood'});
      expect(JSON.stringify(logFields)).not.toContain('canary');
    }
  });

  it('is waited for ten seconds, and asked for once', async () => {
    const endpoint = await endpointWith(hang);
    const failed = errorOf(refresh(endpoint));
    while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    clock.expireDeadlines();
    expect((await failed).problem).toEqual({kind: 'timeout'});
    expect(server.requests).toHaveLength(1);
  });
});

/** What a refusal means for a code, and for a refresh token. `undefined`: Zoom does not say. */
const REFUSALS: readonly [status: number, body: object, code: ZoomProblem, refresh: ZoomProblem][] = [
  ...(
    [
      [4702, 'client'],
      [4704, 'client'],
      [4705, 'app-type'],
      [4706, 'client'],
      [4709, 'redirect'],
      [4717, 'app-disabled'],
      [4735, 'owner-gone'],
      [4737, 'revoked'],
      [4738, 'disabled'],
      [4740, 'revoked'],
      [4741, 'revoked'],
    ] as const
  ).flatMap(([code, because]) => {
    const problem = {kind: 'unauthorized', because} as const;
    return [
      [400, {code, message: 'Something disabled by an invalid code.'}, problem, problem],
      [401, {code, reason: 'Something disabled.', error: 'invalid_grant'}, problem, problem],
    ] as [number, object, ZoomProblem, ZoomProblem][];
  }),
  ...(
    [
      [{code: 4733, reason: 'Code is expired', error: 'invalid_grant'}, 'code', 'revoked'],
      [{code: 4734, message: 'Invalid authorization code'}, 'code', 'revoked'],
      [{reason: 'Invalid authorization code mk1C', error: 'invalid_request'}, 'code', 'revoked'],
      [{error: 'invalid_grant'}, 'code', 'revoked'],
      [{reason: 'Something else', error: 'invalid_grant'}, 'code', 'revoked'],
      [{reason: 'Invalid Token!', error: 'invalid_grant'}, 'revoked', 'revoked'],
      [{reason: 'Invalid Token!', error: 'invalid_request'}, 'revoked', 'revoked'],
      [
        {reason: 'The owner of the token does not exist.', error: 'invalid_grant'},
        'owner-gone',
        'owner-gone',
      ],
      [{reason: 'The token is disabled by admin.', error: 'invalid_grant'}, 'disabled', 'disabled'],
      [{reason: 'Bad Request', error: 'invalid_request'}, 'request', 'request'],
      [{reason: 'Redirect URI mismatch', error: 'invalid_request'}, 'redirect', 'redirect'],
      [{reason: 'Invalid client_id or client_secret', error: 'invalid_client'}, 'client', 'client'],
      [{reason: 'The app has been disabled', error: 'invalid_client'}, 'app-disabled', 'app-disabled'],
      [{reason: 'unsupported grant type', error: 'unsupported_grant_type'}, 'app-type', 'app-type'],
      [{error: 'unauthorized_client'}, 'app-type', 'app-type'],
      [{reason: 'nobody knows'}, undefined, undefined],
      [{code: 4700, message: 'Token cannot be empty.'}, undefined, undefined],
    ] as [object, SignInRefusal | undefined, SignInRefusal | undefined][]
  ).map(([body, code, again]): [number, object, ZoomProblem, ZoomProblem] => [
    400,
    body,
    {kind: 'unauthorized', ...(code !== undefined && {because: code})},
    {kind: 'unauthorized', ...(again !== undefined && {because: again})},
  ]),
  [
    400,
    {code: 4711, message: 'Refresh token invalid.'},
    {kind: 'missing-scope', scopes: []},
    {kind: 'unauthorized', because: 'revoked'},
  ],
  // Trouble of Zoom's is none of the token's, whatever the body says.
  [503, {code: 4741, message: 'x'}, {kind: 'server-error', status: 503}, {kind: 'server-error', status: 503}],
  [
    429,
    {reason: 'Invalid Token!', error: 'invalid_grant'},
    {kind: 'rate-limited', per: 'second', resumesAt: undefined},
    {kind: 'rate-limited', per: 'second', resumesAt: undefined},
  ],
];

describe('What Zoom refuses', () => {
  it.each(REFUSALS)('is understood by its own words: %i %j', async (status, body, ofCode, ofRefresh) => {
    const endpoint = await endpointWith(answerJson(status, body));
    expect((await errorOf(redeem(endpoint))).problem).toEqual(ofCode);
    const {problem, logFields} = await errorOf(refresh(endpoint));
    expect(problem).toEqual(ofRefresh);
    expect(logFields).toMatchObject({endpoint: 'token', status});
    expect(JSON.stringify(logFields)).not.toMatch(/canary|mk1C/);
  });
});

describe('A test of the app’s credentials', () => {
  const proved = async (status: number, body: object): Promise<unknown> => {
    const endpoint = await endpointWith(answerJson(status, body));
    return endpoint.prove(noHurry()).then(
      () => 'proved',
      (error: {details: {problem: ZoomProblem}}) => error.details.problem,
    );
  };

  it.each([
    {code: 4734, reason: 'Invalid authorization code', error: 'invalid_request'},
    {reason: 'Invalid authorization code', error: 'invalid_grant'},
    {error: 'invalid_grant'},
    {reason: 'Bad Request', error: 'invalid_request'},
    {code: 4709, reason: 'Redirect URI mismatch'},
  ])('is passed when only the made-up code is refused: %j', async (body) => {
    expect(await proved(400, body)).toBe('proved');
  });

  it.each<[number, object, ZoomProblem]>([
    [400, {error: 'invalid_client'}, {kind: 'unauthorized', because: 'client'}],
    [400, {code: 4705, message: 'x'}, {kind: 'unauthorized', because: 'app-type'}],
    [400, {code: 4717, message: 'x'}, {kind: 'unauthorized', because: 'app-disabled'}],
    [503, {}, {kind: 'server-error', status: 503}],
  ])('is failed by everything else: %i %j', async (status, body, problem) => {
    expect(await proved(status, body)).toEqual(problem);
  });
});

describe('Taking a consent back', () => {
  const revoked = async (behave: Behaviour): Promise<unknown> => {
    const endpoint = await endpointWith(behave);
    return endpoint.revoke(new SecretText('canary-access')).then(
      () => 'revoked',
      (error: {details: {problem: ZoomProblem}}) => error.details.problem,
    );
  };

  it.each<Behaviour>([
    answerJson(200, {status: 'success'}),
    answerJson(400, {reason: 'Invalid Token!', error: 'invalid_request'}),
    answerJson(401, {code: 4741, message: 'x'}),
    answerJson(400, {error: 'invalid_grant'}),
  ])('is done when Zoom knows the token no more', async (behave) => {
    expect(await revoked(behave)).toBe('revoked');
    expect(server.requests).toEqual(['POST /oauth/revoke']);
  });

  it.each<[Behaviour, ZoomProblem]>([
    [answerJson(503, {}), {kind: 'server-error', status: 503}],
    [answerJson(400, {error: 'invalid_client'}), {kind: 'unauthorized', because: 'client'}],
    [answerJson(400, {error: 'invalid_request'}), {kind: 'unauthorized', because: 'request'}],
  ])('is not done in any other case', async (behave, problem) => {
    expect(await revoked(behave)).toEqual(problem);
  });
});
