import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {SimulatedUser} from '../../../sandbox/zoom/state/records.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

let under: SimulatorUnderTest;
let ana: SimulatedUser;

beforeEach(async () => {
  under = await startSimulatorUnderTest();
  ana = under.simulator.addUser({email: 'ana@example.org', firstName: 'Ana', lastName: 'Lima'});
});
afterEach(() => under.simulator.close());

const instant = {type: 1, topic: 'Weekly', settings: {use_pmi: false}};
const create = (options = {}) =>
  under.ask(`/users/${ana.id}/meetings`, {method: 'POST', body: instant, ...options});

describe('Users', () => {
  it('are found by id and by address in any case, with the fields of the real answer', async () => {
    for (const name of [ana.id, 'ANA%40Example.org']) {
      expect(await under.ask(`/users/${name}`)).toMatchObject({
        status: 200,
        json: {
          id: ana.id,
          email: 'ana@example.org',
          status: 'active',
          verified: 1,
          pmi: ana.pmi,
          pic_url: null,
        },
      });
    }
  });

  it.each([
    ['nobody', 'nobody@example.org', {}, 404, 1001],
    ['somebody of another account', 'eve@example.org', {accountId: 'other'}, 400, 1010],
    ['somebody whose invitation ran out', 'eve@example.org', {status: 'expired' as const}, 400, 1120],
  ])('are not found: %s', async (_who, email, fields, status, code) => {
    under.simulator.addUser({email: 'eve@example.org', ...fields});
    expect(await under.ask(`/users/${email}`)).toMatchObject({status, json: {code}});
  });

  it('tell their licence', async () => {
    under.simulator.addUser({email: 'eve@example.org', type: 1});
    expect((await under.ask('/users/eve@example.org')).json).toMatchObject({type: 1});
    expect((await under.ask(`/users/${ana.id}`)).json).toMatchObject({type: 2});
  });

  it('are shown to nobody whose role may not see them', async () => {
    under.simulator.account.mayManageUsers = false;
    expect(await under.ask(`/users/${ana.id}`)).toMatchObject({status: 403, json: {code: 403}});
  });
});

describe('A created meeting', () => {
  it('is answered whole: the number as a number, the links with passcode and host token', async () => {
    const {status, json} = await create();
    const [meeting] = under.simulator.meetings;
    expect(status).toBe(201);
    expect(json).toMatchObject({
      id: meeting?.number,
      uuid: meeting?.uuid,
      host_id: ana.id,
      host_email: ana.email,
      topic: 'Weekly',
      type: 1,
      status: 'waiting',
      duration: 0,
      join_url: `${under.simulator.url}/j/${meeting?.number}?pwd=${meeting?.encryptedPassword}`,
      start_url: expect.stringMatching(/\/s\/\d{11}\?zak=.+/),
      password: meeting?.password,
    });
    expect(typeof (json as {id: unknown}).id).toBe('number');
  });

  it('has no passcode in the link where the host does not want it', async () => {
    ana.embedsPasscode = false;
    expect((await create()).json).toMatchObject({join_url: expect.not.stringContaining('pwd')});
  });

  it('is refused where fields have the wrong type, and not for unknown fields', async () => {
    const wrong = await create({body: {type: 4, topic: 5}});
    expect(wrong).toMatchObject({
      status: 400,
      json: {code: 300, errors: [{field: 'topic'}, {field: 'type'}]},
    });
    expect((await create({body: {...instant, surprise: 1}})).status).toBe(201);
    expect(under.simulator.meetings).toHaveLength(1);
  });

  it('is refused for a host who is not active', async () => {
    ana.status = 'inactive';
    expect(await create()).toMatchObject({status: 400, json: {code: 3000}});
  });

  it('gets another start link each time it is asked for, and is gone after its end', async () => {
    const number = ((await create()).json as {id: number}).id;
    const first = (await under.ask(`/meetings/${number}`)).json as {start_url: string};
    const second = (await under.ask(`/meetings/${number}`)).json as {start_url: string};
    expect(first.start_url).not.toBe(second.start_url);
    under.simulator.startMeeting(number);
    expect((await under.ask(`/meetings/${number}`)).json).toMatchObject({status: 'started'});
    under.simulator.endMeeting(number);
    expect(await under.ask(`/meetings/${number}`)).toMatchObject({status: 404, json: {code: 3001}});
  });
});

describe('A number with many occurrences', () => {
  it('has another UUID each time, and each is found among the past ones', async () => {
    const room = under.simulator.addMeeting({hostId: ana.id, type: 4});
    expect(room.number).toBe(ana.pmi);
    for (const minutes of [10, 20]) {
      under.simulator.startMeeting(room.number);
      under.clock.advance(minutes * 60_000);
      under.simulator.endMeeting(room.number);
    }
    const [first, second] = under.simulator.meetings[0]?.past ?? [];
    expect(first?.uuid).not.toBe(second?.uuid);
    const encoded = encodeURIComponent(encodeURIComponent(first?.uuid ?? ''));
    expect(await under.ask(`/past_meetings/${encoded}`)).toMatchObject({
      status: 200,
      json: {
        uuid: first?.uuid,
        start_time: '2026-11-23T14:00:00Z',
        end_time: '2026-11-23T14:10:00Z',
        duration: 10,
      },
    });
    expect((await under.ask(`/past_meetings/${room.number}`)).json).toMatchObject({uuid: second?.uuid});
    expect((await under.ask(`/meetings/${room.number}`)).json).toMatchObject({status: 'waiting'});
  });

  it.each(['/begins==', 'two//slashes=='])(
    'whose UUID %s was encoded only once is not found',
    async (uuid) => {
      const meeting = under.simulator.addMeeting({hostId: ana.id});
      meeting.uuid = uuid;
      under.simulator.startMeeting(meeting.number);
      under.simulator.endMeeting(meeting.number);
      const once = encodeURIComponent(uuid);
      expect(await under.ask(`/past_meetings/${once}`)).toMatchObject({status: 404, json: {code: 3001}});
      expect((await under.ask(`/past_meetings/${encodeURIComponent(once)}`)).status).toBe(200);
    },
  );
});

describe('Ending a meeting over the API', () => {
  it('needs the scope, and a meeting that runs', async () => {
    const {number} = under.simulator.addMeeting({hostId: ana.id});
    const end = () => under.ask(`/meetings/${number}/status`, {method: 'PUT', body: {action: 'end'}});
    under.simulator.account.scopes = ['meeting:read:meeting:admin'];
    expect(await end()).toMatchObject({status: 400, json: {code: 4711}});
    under.simulator.account.scopes = ['meeting:update:status:admin'];
    expect(await end()).toMatchObject({status: 400, json: {code: 3000}});
    under.simulator.startMeeting(number);
    expect((await end()).status).toBe(204);
    expect(under.simulator.meetings[0]?.past).toHaveLength(1);
  });
});

describe('Rate limits', () => {
  it('hold per second, and say when the next begins', async () => {
    under.simulator.limits.light = 2;
    const token = await under.signIn();
    const look = () => under.ask(`/users/${ana.id}`, {token});
    expect((await look()).headers.get('x-ratelimit-remaining')).toBe('1');
    await look();
    const refused = await look();
    expect(refused).toMatchObject({
      status: 429,
      json: {code: 429, message: expect.stringContaining('per-second')},
    });
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(under.clock.now() / 1000 + 1));
    under.clock.advance(1000);
    expect((await look()).status).toBe(200);
  });

  it('allow 100 creations per host and day, until midnight UTC', async () => {
    under.simulator.limits.createsPerDay = 1;
    expect((await create()).status).toBe(201);
    const refused = await create();
    expect(refused).toMatchObject({
      status: 429,
      json: {message: expect.stringContaining('daily rate limit (1)')},
    });
    expect(refused.headers.get('retry-after')).toBe('2026-11-24T00:00:00Z');
    under.clock.advance(10 * 3_600_000);
    expect((await create()).status).toBe(201);
  });
});

describe('What was asked', () => {
  it('is recorded with its answer and without the token', async () => {
    const token = await under.signIn();
    const seen = under.simulator.waitForRequest(
      ({route, status}) => route === 'create-meeting' && status === 201,
    );
    await create({token});
    expect(await seen).toMatchObject({
      method: 'POST',
      path: `/v2/users/${ana.id}/meetings`,
      authorization: 'bearer',
      body: instant,
    });
    expect(JSON.stringify(under.simulator.requests)).not.toContain(token);
  });

  it('is recorded where nothing is, too', async () => {
    expect(await under.ask('/nowhere')).toMatchObject({status: 404});
    expect(under.simulator.requests.at(-1)).toMatchObject({route: undefined, path: '/v2/nowhere'});
  });
});

describe('A link to a meeting', () => {
  it.each(['j', 's'])('such as /%s/ leads to the page of the simulator, and its script', async (kind) => {
    const {number} = under.simulator.addMeeting({hostId: ana.id});
    const read = async (path: string) => (await fetch(`${under.simulator.url}/${kind}/${path}`)).text();
    expect(await read(`${number}?pwd=x`)).toContain('<title>Zoom simulator</title>');
    expect(await read('page.js')).toContain('/simulator');
  });
});
