import {inspect} from 'node:util';
import {afterEach, describe, expect, it} from '@jest/globals';
import type {ZoomProblem} from '../../../../server/core/domain/zoom-problem.js';
import type {CallName} from '../../../../server/core/ports/zoom/calls.js';
import {endpoints} from '../../../../server/core/ports/zoom/endpoints.js';
import {
  answerJson,
  answerText,
  type Behaviour,
  flood,
  gzipBomb,
  hang,
  redirectTo,
  reset,
  speakAnotherProtocol,
  stall,
  truncate,
} from '../../../support/fault-server.js';
import {CALLS, errorOf, noHurry, START, startZoomUnderTest, type ZoomUnderTest} from './zoom-under-test.js';

const MIDNIGHT = Date.parse('2026-11-24T00:00:00Z');
const DAILY =
  'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this ' +
  'particular user. You may resume these requests at GMT 00:00:00.';

type Fault = [
  name: string,
  behaviour: Behaviour,
  problem: ZoomProblem,
  requests: {get: number; post: number},
];

const once = {get: 1, post: 1};
const getTwice = {get: 2, post: 1};

/** What Zoom, or something in front of it, answers; what that means; how often it is asked. */
const FAULTS: Fault[] = [
  ['400', answerJson(400, {code: 3161, message: 'No.'}), {kind: 'refused', code: 3161}, once],
  [
    'a rule',
    answerJson(400, {code: 300, message: 'Validation Failed.'}),
    {kind: 'invalid', fields: []},
    once,
  ],
  [
    'rules about fields, among errors of other shapes',
    answerJson(400, {
      code: 300,
      message: 'Validation Failed.',
      errors: [
        {field: 'topic', message: 'Topic contains a sensitive word.'},
        {field: 'settings.passcode', message: 'Too short.'},
        {field: 'topic', message: 'Again.'},
        {field: '`@all` <b>', message: 'Not a name.'},
        {field: 7},
        {message: 'No field.'},
      ],
    }),
    {kind: 'invalid', fields: ['topic', 'settings.passcode']},
    once,
  ],
  [
    'a rule with errors that are no list',
    answerJson(400, {code: 300, errors: 'topic'}),
    {kind: 'invalid', fields: []},
    once,
  ],
  [
    '401 for good',
    answerJson(401, {code: 124, message: 'Invalid access token.'}),
    {kind: 'unauthorized'},
    {get: 2, post: 2},
  ],
  [
    'a paid feature',
    answerJson(400, {code: 200, message: 'Only available for paid account'}),
    {kind: 'refused', code: 200, because: 'paidPlan'},
    once,
  ],
  [
    'missing scopes, in brackets',
    answerJson(400, {
      code: 4711,
      message: 'Invalid access token, does not contain scopes:[user:read:user:admin].',
    }),
    {kind: 'missing-scope', scopes: ['user:read:user:admin']},
    once,
  ],
  [
    'missing scopes, in backticks',
    answerJson(401, {
      code: 4700,
      message: 'Access token does not contain `meeting:write` or `meeting:write:admin`.',
    }),
    {kind: 'missing-scope', scopes: ['meeting:write', 'meeting:write:admin']},
    once,
  ],
  ['403', answerJson(403, {code: 403, message: 'No permission.'}), {kind: 'forbidden'}, once],
  ['409', answerJson(409, {code: 3000, message: 'Conflict'}), {kind: 'refused', code: 3000}, once],
  [
    '429 per second',
    answerJson(429, {code: 429, message: 'You have reached the maximum per-second rate limit for this API.'}),
    {kind: 'rate-limited', per: 'second', resumesAt: undefined},
    {get: 2, post: 2},
  ],
  [
    '429 per day (S-14)',
    answerJson(429, {code: 429, message: DAILY}),
    {kind: 'rate-limited', per: 'day', resumesAt: MIDNIGHT},
    once,
  ],
  [
    '429 per day with an ISO Retry-After (S-14)',
    answerJson(
      429,
      {code: 429, message: 'You have reached the maximum daily rate limit for this API.'},
      {'X-RateLimit-Type': 'Daily-limit', 'Retry-After': '2026-11-23T20:30:00Z'},
    ),
    {kind: 'rate-limited', per: 'day', resumesAt: Date.parse('2026-11-23T20:30:00Z'), of: 'account'},
    once,
  ],
  ['500', answerJson(500, {}), {kind: 'server-error', status: 500}, getTwice],
  ['502 of a proxy', answerText(502, '<h1>Bad gateway</h1>'), {kind: 'server-error', status: 502}, getTwice],
  ['a reset connection', reset, {kind: 'unreachable'}, getTwice],
  ['half an answer', truncate, {kind: 'unreachable'}, getTwice],
  ['another protocol', speakAnotherProtocol, {kind: 'not-understood', detail: 'not-json'}, once],
  ['HTML', answerText(200, '<h1>Sign in</h1>'), {kind: 'not-understood', detail: 'not-json'}, once],
  [
    'JSON that is cut off',
    answerText(200, '{"id":', {'Content-Type': 'application/json'}),
    {kind: 'not-understood', detail: 'not-json'},
    once,
  ],
  [
    'JSON that is not UTF-8',
    answerText(200, new Uint8Array([0x22, 0xff, 0x22]), {'Content-Type': 'application/json'}),
    {kind: 'not-understood', detail: 'not-json'},
    once,
  ],
  ['nothing but that it is done', answerText(204, ''), {kind: 'not-understood', detail: 'other-shape'}, once],
  ['null', answerJson(200, null), {kind: 'not-understood', detail: 'other-shape'}, once],
  ['a list', answerJson(200, [1]), {kind: 'not-understood', detail: 'other-shape'}, once],
  [
    'fields of other types',
    answerJson(200, {id: {}, uuid: 5, host_id: 5, start_url: 5}),
    {kind: 'not-understood', detail: 'other-shape'},
    once,
  ],
  ['a body without end', flood(), {kind: 'not-understood', detail: 'too-large'}, once],
  ['300 MB', flood(300_000_000), {kind: 'not-understood', detail: 'too-large'}, once],
  ['a gzip bomb', gzipBomb, {kind: 'not-understood', detail: 'too-large'}, once],
];

let running: ZoomUnderTest | undefined;
afterEach(async () => {
  await running?.server.close();
  running = undefined;
});

describe.each(Object.entries(CALLS))('Zoom fails at %s', (name, call) => {
  // Of the address of a user, such a rule says that nobody has it.
  const {method, answer} = endpoints[name as CallName];
  // Nothing is read in the answer to a call that only changes something.
  const readsNothing = answer.safeParse(undefined).success;
  const faults = FAULTS.filter(
    ([, , problem]) =>
      !(name === 'findUser' && problem.kind === 'invalid') &&
      !(readsNothing && problem.kind === 'not-understood' && problem.detail === 'other-shape'),
  );
  it.each(faults)('with %s', async (_fault, behaviour, problem, requests) => {
    running = await startZoomUnderTest({api: behaviour});
    const error = await errorOf(call(running.zoom, noHurry()));
    expect(error.problem).toEqual(problem);
    const asked = running.server.requests.filter((request) => !request.endsWith('/oauth/token'));
    expect(asked).toHaveLength(method === 'GET' ? requests.get : requests.post);
    expect(inspect([error, running.log], {depth: null, showHidden: true})).not.toContain('canary');
    expect(running.clock.openDeadlines()).toBe(0);
  });

  it('by redirecting to elsewhere: nothing, and no token, goes there', async () => {
    const elsewhere = await startZoomUnderTest({api: answerJson(200, {})});
    running = await startZoomUnderTest({api: redirectTo(`${elsewhere.server.url}/v2/users/x`)});
    const error = await errorOf(call(running.zoom, noHurry()));
    expect(error.problem).toEqual({kind: 'not-understood', detail: 'redirect'});
    expect(elsewhere.server.requests).toEqual([]);
    await elsewhere.server.close();
  });

  it.each([
    ['hanging', hang],
    ['stopping in the middle', stall],
  ])('by %s, until the caller gives up', async (_fault, behaviour) => {
    const caller = new AbortController();
    running = await startZoomUnderTest({
      api: (request, response) => {
        behaviour(request, response);
        caller.abort();
      },
    });
    expect((await errorOf(call(running.zoom, caller.signal))).problem).toEqual({kind: 'timeout'});
  });

  it.each([
    ['hanging', hang],
    ['stopping in the middle', stall],
  ])('by %s, for no longer than ten seconds', async (_fault, behaviour) => {
    const under = await startZoomUnderTest({
      api: (request, response) => {
        behaviour(request, response);
        under.clock.expireDeadlines();
      },
    });
    running = under;
    expect((await errorOf(call(under.zoom, noHurry()))).problem).toEqual({kind: 'timeout'});
  });

  it('because nobody listens', async () => {
    running = await startZoomUnderTest({api: hang});
    await running.server.close();
    const error = await errorOf(call(running.zoom, noHurry()));
    expect(error.problem).toEqual({kind: 'unreachable'});
    expect(error.logFields).toEqual({endpoint: 'token', cause: 'ECONNREFUSED'});
  });
});

describe('The token request fails', () => {
  const REFUSALS: [name: string, token: Behaviour, problem: ZoomProblem, requests: number][] = [
    [
      'invalid_client',
      answerJson(400, {reason: 'Invalid client', error: 'invalid_client'}),
      {kind: 'unauthorized', because: 'client'},
      1,
    ],
    [
      'invalid_grant',
      answerJson(400, {reason: 'Invalid account', error: 'invalid_grant'}),
      {kind: 'unauthorized', because: 'grant'},
      1,
    ],
    ['401', answerText(401, '', {'x-zm-trackingid': 'WEB_1'}), {kind: 'unauthorized'}, 1],
    ['401 of another program', answerText(401, ''), {kind: 'not-zoom', status: 401}, 1],
    ['404', answerText(404, 'no such page'), {kind: 'not-zoom', status: 404}, 1],
    ['500', answerText(500, ''), {kind: 'server-error', status: 500}, 2],
    ['a reset connection', reset, {kind: 'unreachable'}, 2],
    ['HTML', answerText(200, '<h1>Sign in</h1>'), {kind: 'not-understood', detail: 'not-json'}, 1],
    ['no token', answerJson(200, {token_type: 'bearer'}), {kind: 'not-understood', detail: 'other-shape'}, 1],
    [
      'a token that would break a header',
      answerJson(200, {access_token: 'a\nb'}),
      {kind: 'not-understood', detail: 'other-shape'},
      1,
    ],
    ['300 MB', flood(300_000_000), {kind: 'not-understood', detail: 'too-large'}, 1],
    ['a redirect', redirectTo('https://zoom.us/signin'), {kind: 'not-understood', detail: 'redirect'}, 1],
  ];

  it.each(REFUSALS)('with %s', async (_name, token, problem, requests) => {
    running = await startZoomUnderTest({api: hang, token});
    expect((await errorOf(CALLS.findUser(running.zoom, noHurry()))).problem).toEqual(problem);
    expect(running.server.requests).toEqual(Array(requests).fill('POST /oauth/token'));
  });

  it('by hanging, until the caller gives up', async () => {
    const caller = new AbortController();
    running = await startZoomUnderTest({api: hang, token: () => caller.abort()});
    expect((await errorOf(CALLS.findUser(running.zoom, caller.signal))).problem).toEqual({kind: 'timeout'});
  });
});

describe('A huge body', () => {
  it('is left in the pipe: no more is taken than a few times the limit', async () => {
    running = await startZoomUnderTest({api: flood(300_000_000)});
    await errorOf(CALLS.findUser(running.zoom, noHurry()));
    expect(running.server.bytesTaken()).toBeLessThan(24 * 1024 * 1024);
  });
});

describe('A limit per second', () => {
  it('is waited out once, for as long as Zoom asks', async () => {
    let calls = 0;
    running = await startZoomUnderTest({
      api: (request, response) => {
        calls += 1;
        const limited = answerJson(429, {code: 429, message: 'per-second rate limit'}, {'Retry-After': '2'});
        (calls === 1 ? limited : answerJson(200, {id: 'user-1'}))(request, response);
      },
    });
    expect(await CALLS.findUser(running.zoom, noHurry())).toEqual({id: 'user-1'});
    expect(running.clock.pauses).toEqual([2000 + 200 + 201]);
  });

  it('that lasts longer than anybody waits is told at once', async () => {
    running = await startZoomUnderTest({
      api: answerJson(429, {code: 429, message: 'per-second rate limit'}, {'Retry-After': '60'}),
    });
    const {problem} = await errorOf(CALLS.findUser(running.zoom, noHurry()));
    expect(problem).toEqual({kind: 'rate-limited', per: 'second', resumesAt: START + 60_000});
    expect(running.clock.pauses).toEqual([]);
  });
});
