import {inspect} from 'node:util';
import {afterAll, afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import nock from 'nock';
import {createZoom} from '../../../../server/outbound/zoom/create-zoom.js';
import {createMetrics} from '../../../../server/hosts/metrics/create-metrics.js';
import {
  createImpatientClock,
  errorOf,
  hostWith,
  jwt,
  noHurry,
  personAt,
  serverToServer,
} from './zoom-under-test.js';
import {noConsents} from '../../../support/no-consents.js';
import {noProxy} from '../../../support/no-proxy.js';

const quiet = {debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined};

const zoomOf = (connection = serverToServer) =>
  createZoom({
    connection,
    addresses: {webUrl: 'https://zoom.us', apiUrl: 'https://api.zoom.us/v2', allowInsecure: false},
    clock: createImpatientClock(),
    findProxy: noProxy,
    consents: noConsents,
    random: {bytes: (length) => new Uint8Array(length)},
    logger: quiet,
    metrics: createMetrics('plugin'),
  });

const created = {
  id: 85512345678,
  uuid: 'u==',
  host_id: 'host-1',
  join_url: 'https://us02web.zoom.us/j/85512345678?pwd=abc.1',
  start_url: 'https://us02web.zoom.us/s/85512345678?zak=canary-zak',
  password: 'plain1',
  duration: null,
};

let api: nock.Scope;
beforeEach(() => {
  nock.disableNetConnect();
  nock('https://zoom.us').post('/oauth/token').reply(200, {access_token: 'token-1', expires_in: 3600});
  api = nock('https://api.zoom.us', {reqheaders: {authorization: 'Bearer token-1'}});
});
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});
// Node's http is shared by all test files of a worker.
afterAll(() => nock.restore());

describe('Finding a user', () => {
  it('reads the fields of the answer, and leaves out what Zoom does not tell', async () => {
    api.get('/v2/users/ana%2Bzoom%40example.org').reply(200, {
      id: 'user_1-a',
      email: 'Ana+zoom@example.org',
      status: 'active',
      verified: 0,
      account_id: 'acc-1',
      dept: '',
      pic_url: null,
    });
    api
      .get('/v2/users/ben%40example.org')
      .reply(200, {id: 'user-2', email: '', status: null, verified: null});
    const zoom = zoomOf();
    expect(await zoom.as(personAt('ana+zoom@example.org'), noHurry()).findUser()).toEqual({
      id: 'user_1-a',
      email: 'Ana+zoom@example.org',
      status: 'active',
      accountId: 'acc-1',
    });
    expect(await zoom.as(personAt('ben@example.org'), noHurry()).findUser()).toEqual({id: 'user-2'});
  });

  it.each([
    [404, 1001],
    [400, 1010],
    [400, 1120],
    [400, 300],
  ])('finds nobody where Zoom says %d with code %d', async (status, code) => {
    api.get(/users/).reply(status, {code, message: 'no'});
    expect(await zoomOf().as(personAt('ana@example.org'), noHurry()).findUser()).toBeUndefined();
  });

  it.each([0, 1, '0', 'yes', true, false, null, undefined, {}])(
    'finds them, whatever Zoom says by `verified`: %j',
    async (verified) => {
      api.get(/users/).reply(200, {id: 'user-1', verified});
      expect(await zoomOf().as(personAt('ana@example.org'), noHurry()).findUser()).toEqual({id: 'user-1'});
    },
  );

  it.each([
    '..',
    '.',
    '',
    '"a/../b"@example.org',
    'a\\..\\b@example.org',
    'a/./b@example.org',
    '\ud800@example.org',
  ])('finds nobody under %j and asks nothing, as that would be another path, or none', async (email) => {
    expect(await zoomOf().as(personAt(email), noHurry()).findUser()).toBeUndefined();
    expect(api.pendingMocks()).toEqual([]);
  });

  it.each(['me', '../accounts', 'a/b'])('does not take %j for the id of a user', async (id) => {
    api.get(/users/).reply(200, {id});
    expect(
      (await errorOf(zoomOf().as(personAt('ana@example.org'), noHurry()).findUser())).problem,
    ).toMatchObject({
      kind: 'not-understood',
    });
  });
});

describe('Creating a meeting', () => {
  it('asks for an instant meeting with this topic and nothing else', async () => {
    api
      .post('/v2/users/user-1/meetings', {type: 1, topic: 'Weekly "plan"', settings: {use_pmi: false}})
      .reply(201, created);
    expect(await zoomOf().as(hostWith('user-1'), noHurry()).createMeeting({topic: 'Weekly "plan"'})).toEqual({
      number: '85512345678',
      uuid: 'u==',
      hostId: 'host-1',
      joinUrl: created.join_url,
      passcode: undefined,
    });
  });

  it('names the passcode only where the link does not carry it', async () => {
    const join_url = 'https://us02web.zoom.us/j/85512345678';
    api.post(/meetings/).reply(201, {...created, join_url, id: '85512345678', uuid: ''});
    const meeting = await zoomOf().as(hostWith('user-1'), noHurry()).createMeeting({topic: 'Weekly'});
    expect(meeting).toMatchObject({number: '85512345678', uuid: undefined, passcode: 'plain1'});
  });

  it.each([
    ['is missing', null],
    ['is empty', ''],
    ['is a script', 'javascript:alert(1)'],
    ['is not https', 'http://zoom.us/j/1'],
    ['leads elsewhere', 'https://zoom.us.evil.example/j/1'],
    ['hides where it leads', 'https://zoom.us@evil.example/j/1'],
    ['is 5 KB long', `https://zoom.us/j/1?pwd=${'a'.repeat(5000)}`],
  ])('whose link %s names the meeting and posts nothing (S-12)', async (_what, join_url) => {
    api.post(/meetings/).reply(201, {...created, join_url});
    expect(
      (await errorOf(zoomOf().as(hostWith('user-1'), noHurry()).createMeeting({topic: 'Weekly'}))).problem,
    ).toEqual({
      kind: 'unsafe-link',
      meetingNumber: '85512345678',
    });
  });

  it('keeps nothing of the start link', async () => {
    api.post(/meetings/).reply(201, created);
    const meeting = await zoomOf().as(hostWith('user-1'), noHurry()).createMeeting({topic: 'Weekly'});
    expect(inspect(meeting)).not.toContain('zak');
  });
});

describe('Asking about a meeting', () => {
  it('tells how it is', async () => {
    api.get('/v2/meetings/85512345678').reply(200, {...created, status: 'started'});
    const expected = {uuid: 'u==', hostId: 'host-1', status: 'started'};
    expect(await zoomOf().as(hostWith('user-1'), noHurry()).meeting('85512345678')).toEqual(expected);
  });

  it('does not mind a status that it does not know', async () => {
    api.get(/meetings/).reply(200, {uuid: null, status: 'postponed'});
    expect(await zoomOf().as(hostWith('user-1'), noHurry()).meeting('1')).toEqual({});
  });

  it('finds none where there is none any more', async () => {
    api
      .get(/meetings/)
      .times(3)
      .reply(404, {code: 3001, message: 'Meeting does not exist: 1.'});
    const zoom = zoomOf();
    expect(await zoom.as(hostWith('user-1'), noHurry()).meeting('1')).toBeUndefined();
    expect(await zoom.as(hostWith('user-1'), noHurry()).startLink('1')).toBeUndefined();
    expect(await zoom.as(hostWith('user-1'), noHurry()).pastMeeting('u==')).toBeUndefined();
  });
});

describe('The meeting of a personal meeting ID', () => {
  const room = {...created, id: '1234567890', join_url: 'https://us02web.zoom.us/j/1234567890?pwd=room'};

  it('has Zoom’s own link, and tells whether it runs', async () => {
    api.get('/v2/meetings/1234567890').reply(200, {...room, status: 'started'});
    expect(await zoomOf().as(hostWith('user-1'), noHurry()).personalMeeting('1234567890')).toEqual({
      number: '1234567890',
      uuid: 'u==',
      hostId: 'host-1',
      status: 'started',
      joinUrl: room.join_url,
      passcode: undefined,
    });
  });

  it('is none where Zoom has it switched off, and is not made up where its link leads elsewhere (S-12)', async () => {
    api.get(/meetings/).reply(404, {code: 3001, message: 'Meeting does not exist: 1234567890.'});
    const zoom = zoomOf().as(hostWith('user-1'), noHurry());
    expect(await zoom.personalMeeting('1234567890')).toBeUndefined();
    api.get(/meetings/).reply(200, {...room, join_url: 'https://zoom.us.evil.example/j/1'});
    const {problem} = await errorOf(zoom.personalMeeting('1234567890'));
    expect(problem).toEqual({kind: 'unsafe-link', meetingNumber: '1234567890'});
  });

  it.each([
    [1234567890, '1234567890'],
    ['1234567890', '1234567890'],
    [0, undefined],
    ['', undefined],
    [null, undefined],
    ['12/34', undefined],
  ])('has the number that Zoom’s user names: %j is %j', async (pmi, expected) => {
    api.get(/users/).reply(200, {id: 'user-1', pmi});
    expect((await zoomOf().as(hostWith('user-1'), noHurry()).findUser())?.pmi).toBe(expected);
  });
});

describe('Asking about a past meeting', () => {
  it.each([
    ['u+/a==', 'u%2B%2Fa%3D%3D'],
    ['/abc==', '%252Fabc%253D%253D'],
    ['a//b==', 'a%252F%252Fb%253D%253D'],
  ])('names the UUID %s as Zoom wants it', async (uuid, segment) => {
    api.get(`/v2/past_meetings/${segment}`).reply(200, {
      uuid,
      host_id: 'host-1',
      start_time: '2026-11-23T14:00:00Z',
      end_time: '',
    });
    expect(await zoomOf().as(hostWith('user-1'), noHurry()).pastMeeting(uuid)).toEqual({
      uuid,
      hostId: 'host-1',
      startedAt: Date.parse('2026-11-23T14:00:00Z'),
      endedAt: undefined,
    });
  });
});

describe('The start link', () => {
  it('comes as a value that cannot be printed', async () => {
    api.get('/v2/meetings/85512345678').reply(200, created);
    const {link, hostId} = (await zoomOf().as(hostWith('user-1'), noHurry()).startLink('85512345678')) ?? {};
    expect([link?.reveal(), hostId]).toEqual([created.start_url, created.host_id]);
    expect(inspect({link}) + JSON.stringify({link}) + String(link)).not.toContain('zak');
  });

  it('is refused where it leads elsewhere', async () => {
    api.get(/meetings/).reply(200, {...created, start_url: 'https://evil.example/s/1?zak=canary'});
    const error = await errorOf(zoomOf().as(hostWith('user-1'), noHurry()).startLink('85512345678'));
    expect(error.problem).toEqual({kind: 'unsafe-link', meetingNumber: '85512345678'});
    expect(inspect(error)).not.toContain('canary');
  });
});

describe('With an API key', () => {
  it('each request signs its own token, which lives for a minute', async () => {
    const authorizations: string[] = [];
    nock('https://api.zoom.us')
      .get(/users/)
      .twice()
      .reply(function () {
        authorizations.push(String(this.req.headers.authorization));
        return [200, {id: 'user-1'}];
      });
    const zoom = zoomOf(jwt);
    await zoom.as(personAt('ana@example.org'), noHurry()).findUser();
    await zoom.as(personAt('ana@example.org'), noHurry()).findUser();
    const [header, payload] = (authorizations[0] ?? '').replace('Bearer ', '').split('.');
    const read = (part = ''): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(header)).toEqual({alg: 'HS256', typ: 'JWT'});
    expect(read(payload)).toEqual({iss: 'key-1', exp: Date.parse('2026-11-23T14:01:00Z') / 1000});
    expect(authorizations).toHaveLength(2);
  });

  it.each([
    [401, {code: 124, message: 'Invalid access token.'}],
    [400, {code: 200, message: 'Account does not enabled REST API.'}],
    [400, {code: 200, message: 'Invalid api key or secret.'}],
  ])(
    'a refusal (%d %j) is final: the next token would be signed with the same secret',
    async (status, body) => {
      const scope = nock('https://api.zoom.us').get(/users/).reply(status, body);
      const error = await errorOf(zoomOf(jwt).as(personAt('ana@example.org'), noHurry()).findUser());
      expect(error.problem).toMatchObject({kind: 'unauthorized'});
      expect(scope.isDone()).toBe(true);
    },
  );
});
