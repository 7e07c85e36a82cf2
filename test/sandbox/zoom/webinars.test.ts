import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {SimulatedUser} from '../../../sandbox/zoom/state/records.js';
import {grantAllScopes} from './grant-all-scopes.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';
import {listenToNobody, told} from './told.js';

let under: SimulatorUnderTest;
let ana: SimulatedUser;

beforeEach(async () => {
  under = await startSimulatorUnderTest();
  grantAllScopes(under.simulator);
  ana = under.simulator.addUser({email: 'ana@example.org', firstName: 'Ana', lastName: 'Lima'});
});
afterEach(() => under.simulator.close());

const create = (body: object) => under.ask(`/users/${ana.id}/webinars`, {method: 'POST', body});
const list = async (query = ''): Promise<object[]> =>
  ((await under.ask(`/users/${ana.id}/webinars?${query}`)).json as {webinars: object[]}).webinars;

describe('A webinar', () => {
  it('is created, told of, shown whole, and deleted', async () => {
    await listenToNobody(under.simulator);
    const body = {
      topic: 'Launch',
      start_time: '2026-11-25T09:00:00Z',
      agenda: 'All of it',
      settings: {approval_type: 0},
    };
    const {status, json} = await create(body);
    const {id} = json as {id: number};
    expect(status).toBe(201);
    expect(json).toMatchObject({
      ...body,
      type: 5,
      host_email: ana.email,
      duration: 60,
      registration_url: expect.stringContaining('/webinar/register/'),
      start_url: expect.stringContaining('zak='),
      is_simulive: false,
    });
    const {start_url: _first, ...created} = json as Record<string, unknown>;
    expect((await under.ask(`/webinars/${id}`)).json).toMatchObject(created);
    expect((await under.ask(`/webinars/${id}`, {method: 'DELETE'})).status).toBe(204);
    expect(await under.ask(`/webinars/${id}`)).toMatchObject({status: 404, json: {code: 3001}});
    expect(told(under.simulator).map(({event, object}) => [event, object['id']])).toEqual([
      ['webinar.created', id],
      ['webinar.deleted', id],
    ]);
  });

  it('is listed once, over or not, and as upcoming while it is not', async () => {
    const startTime = Date.parse('2026-11-25T09:00:00Z');
    const over = under.simulator.addWebinar({
      hostId: ana.id,
      topic: 'Over',
      startTime: Date.parse('2026-11-20T09:00:00Z'),
    });
    const series = under.simulator.addWebinar({
      hostId: ana.id,
      topic: 'Series',
      type: 9,
      startTime,
      recurrence: {type: 2, end_times: 3},
    });
    expect(await list()).toMatchObject([
      {id: over.number, type: 5, start_time: '2026-11-20T09:00:00Z'},
      {id: series.number, type: 9, start_time: '2026-11-25T09:00:00Z'},
    ]);
    expect(await list('type=upcoming')).toMatchObject([{topic: 'Series'}]);
    expect(await under.ask(`/users/${ana.id}/webinars?type=past`)).toMatchObject({json: {code: 300}});
  });

  it('needs a plan of its own, which Zoom refuses with a code that means much else', async () => {
    const {number} = under.simulator.addWebinar({hostId: ana.id});
    ana.hasWebinars = false;
    const refused = {status: 400, json: {code: 200, message: expect.stringContaining('Webinar plan')}};
    expect(await create({})).toMatchObject(refused);
    expect(await under.ask(`/users/${ana.id}/webinars`)).toMatchObject(refused);
    expect(await under.ask(`/webinars/${number}`)).toMatchObject(refused);
  });

  it('is no meeting, and a meeting is no webinar', async () => {
    const webinar = under.simulator.addWebinar({hostId: ana.id});
    const meeting = under.simulator.addMeeting({hostId: ana.id});
    expect(await under.ask(`/meetings/${webinar.number}`)).toMatchObject({status: 400, json: {code: 3000}});
    for (const id of [meeting.number, 'abc']) {
      expect(await under.ask(`/webinars/${id}`)).toMatchObject({status: 400, json: {code: 300}});
    }
    expect(await under.ask('/webinars/81234567890')).toMatchObject({status: 404, json: {code: 3001}});
  });

  it('names its panelists, each with a link of their own', async () => {
    const {number} = under.simulator.addWebinar({
      hostId: ana.id,
      panelists: [
        {name: 'Ben', email: 'ben@example.org'},
        {name: 'Zoe', email: 'zoe@example.org'},
      ],
    });
    const {json} = await under.ask(`/webinars/${number}/panelists`);
    expect(json).toMatchObject({
      total_records: 2,
      panelists: [{name: 'Ben', email: 'ben@example.org'}, {name: 'Zoe'}],
    });
    const links = (json as {panelists: {join_url: string}[]}).panelists.map(({join_url}) => join_url);
    expect(new Set(links).size).toBe(2);
  });
});

describe('A webinar that runs', () => {
  it('begins with its host, and tells who comes and goes', async () => {
    await listenToNobody(under.simulator);
    const {number} = under.simulator.addWebinar({hostId: ana.id, topic: 'Launch'});
    expect(() => under.simulator.attend(number, {name: 'Early'})).toThrow('is waiting, not started');
    under.simulator.startWebinar(number);
    under.simulator.attend(number, {name: 'Guest'});
    under.simulator.leaveWebinar(number, 'Guest');
    under.simulator.endWebinar(number);
    const news = told(under.simulator).slice(1);
    expect(news.map(({event, participant}) => [event, participant?.['user_name']])).toEqual([
      ['webinar.started', undefined],
      ['webinar.participant_joined', 'Ana Lima'],
      ['webinar.participant_joined', 'Guest'],
      ['webinar.participant_left', 'Guest'],
      ['webinar.ended', undefined],
      ['webinar.participant_left', 'Ana Lima'],
    ]);
    expect(news[0]?.object).toMatchObject({id: String(number), type: 5, topic: 'Launch'});
    expect(news[0]?.object).not.toHaveProperty('host_email');
  });

  it('is found afterwards, with everybody who was there, under the UUID that it had', async () => {
    const webinar = under.simulator.addWebinar({hostId: ana.id});
    webinar.uuid = '/abc//def==';
    const {number, uuid} = webinar;
    under.simulator.startWebinar(number);
    under.simulator.attend(number, {name: 'Guest'});
    under.clock.advance(60_000);
    under.simulator.endWebinar(number);
    expect((await under.ask(`/past_webinars/${number}/instances`)).json).toEqual({
      webinars: [{uuid, start_time: '2026-11-23T14:00:00Z'}],
    });
    const encoded = encodeURIComponent(encodeURIComponent(uuid));
    for (const id of [number, encoded]) {
      expect((await under.ask(`/past_webinars/${id}/participants`)).json).toMatchObject({
        total_records: 2,
        participants: [
          {name: 'Ana Lima', user_email: ana.email, duration: 60},
          {name: 'Guest', user_email: '', internal_user: false},
        ],
      });
    }
    expect(await under.ask(`/past_meetings/${encoded}`)).toMatchObject({status: 404, json: {code: 3001}});
  });
});

it('Every time that a meeting was held is listed under its number', async () => {
  const {number} = under.simulator.addMeeting({hostId: ana.id, type: 2});
  for (let time = 0; time < 2; time += 1) {
    under.simulator.startMeeting(number);
    under.simulator.endMeeting(number);
    under.clock.advance(60_000);
  }
  const {json} = await under.ask(`/past_meetings/${number}/instances`);
  const [first, second] = under.simulator.meetings[0]?.past ?? [];
  expect(json).toEqual({
    meetings: [
      {uuid: first?.uuid, start_time: '2026-11-23T14:00:00Z'},
      {uuid: second?.uuid, start_time: '2026-11-23T14:01:00Z'},
    ],
  });
  expect(await under.ask('/past_meetings/1/instances')).toMatchObject({status: 404, json: {code: 3001}});
});
