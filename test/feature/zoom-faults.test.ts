import {afterAll, afterEach, beforeAll, expect, it} from '@jest/globals';
import type {FaultRule} from '../../sandbox/zoom/faults/fault.js';
import {onAllHostsAtOnce, onAnyHost} from '../support/on-each-host.js';
import {createWorld, type Place, type World} from '../support/world.js';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): FaultRule['fault'] => ({
  kind: 'answer',
  status,
  body,
  headers,
});

/** What goes wrong, where, and the beginning of the one sentence that the starter reads. */
const FAULTS: readonly (readonly [string, FaultRule, string])[] = [
  [
    'a lookup that fails',
    {route: 'find-user', times: 9, fault: answer(500, {})},
    'Zoom is having problems right now',
  ],
  [
    'a lookup that resets',
    {route: 'find-user', times: 9, fault: {kind: 'reset'}},
    'This server cannot reach Zoom',
  ],
  [
    'a creation that resets',
    {route: 'create-meeting', fault: {kind: 'reset'}},
    'The connection to Zoom broke',
  ],
  ['a creation that fails', {route: 'create-meeting', fault: answer(503, {})}, 'Zoom had a problem (status'],
  [
    '400',
    {route: 'create-meeting', fault: answer(400, {code: 3161, message: 'no'})},
    'Zoom does not let this Zoom user host or schedule meetings.',
  ],
  [
    'a rule about passcodes',
    {
      route: 'create-meeting',
      fault: answer(400, {
        code: 300,
        message: 'Validation Failed.',
        errors: [{field: 'password', message: 'x'}],
      }),
    },
    'Zoom did not accept the meeting: a rule of your Zoom account does not allow it (`password`).',
  ],
  [
    'a rule about topics',
    {
      route: 'create-meeting',
      fault: answer(400, {
        code: 300,
        message: 'Validation Failed.',
        errors: [{field: 'topic', message: 'x'}],
      }),
    },
    'Zoom did not accept the topic of the meeting',
  ],
  [
    '403',
    {route: 'create-meeting', fault: answer(403, {code: 9, message: 'no'})},
    'Zoom does not allow this',
  ],
  ['409', {route: 'create-meeting', fault: answer(409, {code: 9, message: 'no'})}, 'Zoom refused to create'],
  [
    'a dead token, twice',
    {route: 'find-user', times: 9, fault: answer(401, {code: 124})},
    "Zoom refused this server's",
  ],
  [
    'refused credentials',
    {route: 'token', times: 9, fault: answer(400, {reason: 'x'})},
    "Zoom refused this server's",
  ],
  [
    'a missing scope',
    {
      route: 'create-meeting',
      fault: answer(400, {code: 4711, message: 'no scopes:[meeting:write:meeting:admin].'}),
    },
    'The Zoom app of this server lacks a permission',
  ],
  ['not JSON', {route: 'create-meeting', fault: {kind: 'not-json'}}, "Zoom's answer could not be understood"],
  [
    'JSON of another shape',
    {route: 'create-meeting', fault: answer(201, {meeting: 'yes'})},
    "Zoom's answer could not be understood",
  ],
  [
    '201 without a link',
    {route: 'create-meeting', fault: {kind: 'change', fields: {join_url: null}}},
    'Zoom created meeting',
  ],
  ['a body of 300 MB', {route: 'find-user', fault: {kind: 'huge'}}, "Zoom's answer could not be understood"],
  [
    'a redirect to elsewhere',
    {route: 'find-user', fault: {kind: 'redirect', location: 'http://127.0.0.1:1/steal'}},
    "Zoom's answer could not be understood",
  ],
];

const UNSAFE_LINKS = [
  'javascript:alert(1)',
  'http://zoom.us/j/1',
  'https://zoom.us@evil.example/j/1',
  'https://notzoom.us/j/1',
  `https://zoom.us/j/${'1'.repeat(5000)}`,
];

onAnyHost('Faults of Zoom', ({start, pluginDir}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  });
  afterEach(() => world.zoom.liftFaults());
  afterAll(() => world.close());
  const startAsNewcomer = async (): Promise<Place & {text: string}> => {
    const place = await world.newcomer();
    return {...place, text: (await world.type('/zoom start', place)).text};
  };

  it.each(FAULTS)(
    '%s ends in one sentence, posts nothing, and the next start works',
    async (_name, rule, sentence) => {
      world.zoom.revokeTokens();
      world.zoom.fault(rule);
      const {text, ...place} = await startAsNewcomer();
      expect(text).toContain(sentence);
      expect(await world.cards(place.channelId)).toEqual([]);
      world.zoom.liftFaults();
      const again = await world.type('/zoom start', place);
      expect(again.text).toContain('Your meeting is in the channel');
    },
  );

  it('the log names the field that a rule of the account is about', async () => {
    const rule = {
      code: 300,
      message: 'Validation Failed.',
      errors: [{field: 'topic', message: 'canary-rule'}],
    };
    world.zoom.fault({route: 'create-meeting', fault: answer(400, rule)});
    await startAsNewcomer();
    const logs = await world.host.logs();
    const line = logs.findLast(({message}) => message.startsWith('Zoom did not start a meeting'));
    expect(JSON.stringify(line)).toMatch(/field\W+topic\b/);
    expect(JSON.stringify(logs)).not.toContain('canary-rule');
  });

  it.each(UNSAFE_LINKS)('S-12 a join link like %.40s is not posted', async (link) => {
    world.zoom.fault({route: 'create-meeting', fault: {kind: 'change', fields: {join_url: link}}});
    const {text, channelId} = await startAsNewcomer();
    expect(text).toMatch(/^Zoom created meeting \d+, but its join link leads to an address/);
    expect(await world.cards(channelId)).toEqual([]);
  });

  it('S-14 the daily limit names the time, and Zoom is not asked again', async () => {
    const tomorrow = new Date(Date.now() + 3_600_000).toISOString();
    const body = {
      code: 429,
      message: 'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests',
    };
    world.zoom.fault({
      route: 'create-meeting',
      times: 9,
      fault: answer(429, body, {'Retry-After': tomorrow, 'X-RateLimit-Type': 'Daily-limit'}),
    });
    const before = world.zoom.requests.filter(({route}) => route === 'create-meeting').length;
    const {text} = await startAsNewcomer();
    expect(text).toMatch(
      /100 new meetings a day, and you have reached that limit\. You can start the next one at \d\d:\d\d/,
    );
    expect(world.zoom.requests.filter(({route}) => route === 'create-meeting').length - before).toBe(1);
  });

  it('a token that died is replaced once, and the start succeeds', async () => {
    await startAsNewcomer();
    world.zoom.revokeTokens();
    expect((await startAsNewcomer()).text).toContain('Your meeting is in the channel');
  });

  it('no secret of Zoom is in a log line, a post, an answer or the store', async () => {
    const {clientSecret, secretToken} = world.zoom.account;
    const seen = JSON.stringify([
      await world.host.logs(),
      await world.host.posts(),
      [...(await world.host.kv())].map(([key, value]) => [key, value.toString()]),
    ]);
    for (const secret of [clientSecret, secretToken, 'zak=', 'Bearer ']) expect(seen).not.toContain(secret);
  });
});

onAllHostsAtOnce(
  'A Zoom that hangs is given up within the deadline of the command',
  async ({start, pluginDir}) => {
    const world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    try {
      world.zoom.fault({route: 'create-meeting', fault: {kind: 'hang'}});
      expect((await world.type('/zoom start')).text).toContain('Zoom did not answer in time');
      expect(await world.cards()).toEqual([]);
    } finally {
      await world.close();
    }
  },
);
