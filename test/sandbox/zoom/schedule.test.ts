import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {SimulatedUser} from '../../../sandbox/zoom/state/records.js';
import {grantAllScopes} from './grant-all-scopes.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let under: SimulatorUnderTest;
let ana: SimulatedUser;

beforeEach(async () => {
  under = await startSimulatorUnderTest();
  grantAllScopes(under.simulator);
  ana = under.simulator.addUser({
    email: 'ana@example.org',
    firstName: 'Ana',
    lastName: 'Lima',
    timezone: 'Europe/Berlin',
  });
});
afterEach(() => under.simulator.close());

interface Meeting {
  id: number;
  occurrences: {occurrence_id: string; start_time: string; status: string}[];
  [field: string]: unknown;
}

const create = (body: object) => under.ask(`/users/${ana.id}/meetings`, {method: 'POST', body});
const created = async (body: object): Promise<Meeting> => (await create(body)).json as Meeting;
const get = async (path: string): Promise<Meeting> => (await under.ask(`/meetings/${path}`)).json as Meeting;
const list = async (query: string): Promise<Record<string, unknown>[]> =>
  ((await under.ask(`/users/${ana.id}/meetings?${query}`)).json as {meetings: Record<string, unknown>[]})
    .meetings;
const weekly = {
  type: 8,
  topic: 'Weekly',
  start_time: '2026-11-25T09:00:00',
  duration: 30,
  recurrence: {type: 2, weekly_days: '4', end_times: 3},
};

describe('A scheduled meeting', () => {
  it('has its time in UTC, of the clocks of its time zone where it was given without a Z', async () => {
    expect(await created({start_time: '2026-11-25T09:00:00'})).toMatchObject({
      type: 2,
      start_time: '2026-11-25T08:00:00Z',
      timezone: 'Europe/Berlin',
      duration: 60,
    });
    expect(await created({start_time: '2026-11-25T09:00:00Z', timezone: 'Asia/Tokyo'})).toMatchObject({
      start_time: '2026-11-25T09:00:00Z',
      timezone: 'Asia/Tokyo',
    });
  });

  it('begins now where its time is missing or has passed', async () => {
    for (const body of [{}, {start_time: '2020-01-01T00:00:00Z'}]) {
      expect(await created(body)).toMatchObject({start_time: '2026-11-23T14:00:00Z'});
    }
  });

  it('lacks what nobody has said, and has what the account has set', async () => {
    const meeting = await created({start_time: '2026-11-25T09:00:00Z'});
    for (const field of ['agenda', 'occurrences', 'recurrence', 'registration_url', 'pmi']) {
      expect(meeting).not.toHaveProperty(field);
    }
    expect(meeting).toMatchObject({settings: {approval_type: 2, alternative_hosts: '', use_pmi: false}});
  });

  it('without a time of its own has none in any answer', async () => {
    const {id, ...meeting} = await created({type: 3, topic: 'Whenever'});
    expect(meeting).not.toHaveProperty('start_time');
    expect((await list('type=scheduled'))[0]).toMatchObject({id, type: 3});
    expect((await list('type=scheduled'))[0]).not.toHaveProperty('start_time');
    expect(await list('type=upcoming')).toEqual([]);
  });

  it('under the personal ID has the link of that', async () => {
    const {id, pmi, join_url} = await created({settings: {use_pmi: true}});
    expect(id).not.toBe(ana.pmi);
    expect(pmi).toBe(String(ana.pmi));
    expect(join_url).toMatch(new RegExp(`/j/${ana.pmi}\\?`));
  });

  it.each([
    ['a time that is none', {start_time: 'tomorrow'}, 300, 'start_time'],
    ['a day that no calendar knows', {start_time: '2026-13-45T09:00:00Z'}, 300, 'start_time'],
    ['a time zone that is none', {timezone: 'Mars/Olympus'}, 300, 'timezone'],
    ['a series too long', {type: 8, recurrence: {type: 1, end_times: 61}}, 300, 'recurrence.end_times'],
  ])('is refused with %s', async (_what, body, code, field) => {
    expect(await create(body)).toMatchObject({status: 400, json: {code, errors: [{field}]}});
  });

  it('takes licensed colleagues alone as alternative hosts, and is scheduled for nobody else', async () => {
    under.simulator.addUser({email: 'basic@example.org', type: 1});
    under.simulator.addUser({email: 'ben@example.org'});
    const withHosts = (alternative_hosts: string) => create({settings: {alternative_hosts}});
    expect((await withHosts('ben@example.org;basic@example.org')).json).toMatchObject({code: 1114});
    expect((await withHosts('nobody@example.org')).status).toBe(400);
    expect((await withHosts('ben@example.org')).json).toMatchObject({
      settings: {alternative_hosts: 'ben@example.org'},
    });
    expect(await create({schedule_for: 'ben@example.org'})).toMatchObject({status: 400, json: {code: 3000}});
  });

  it('is forgotten 30 days after its time or its last use, a series after a year', async () => {
    const {id} = await created({start_time: '2026-11-25T09:00:00Z'});
    const series = await created(weekly);
    under.clock.advance(20 * DAY_MS);
    under.simulator.startMeeting(id);
    under.simulator.endMeeting(id);
    under.clock.advance(29 * DAY_MS);
    expect((await under.ask(`/meetings/${id}`)).status).toBe(200);
    under.clock.advance(2 * DAY_MS);
    expect(await under.ask(`/meetings/${id}`)).toMatchObject({status: 404, json: {code: 3001}});
    expect((await list('type=scheduled')).map((row) => row['id'])).toEqual([series.id]);
  });

  it('counts its changes with the creations of its host: 100 a day', async () => {
    under.simulator.limits.createsPerDay = 2;
    const {id} = await created({});
    const change = () => under.ask(`/meetings/${id}`, {method: 'PATCH', body: {topic: 'Other'}});
    expect((await change()).status).toBe(204);
    expect(await change()).toMatchObject({status: 429, json: {code: 429}});
    expect((await under.ask(`/meetings/${id}`, {method: 'DELETE'})).status).toBe(204);
  });
});

describe('A series', () => {
  it('has its times in its dates alone, at the same time on the clocks of its zone', async () => {
    const recurrence = {type: 1, end_date_time: '2027-03-29T22:00:00Z'};
    const meeting = await created({...weekly, start_time: '2027-03-27T09:00:00', recurrence});
    expect(meeting).not.toHaveProperty('start_time');
    expect(meeting).not.toHaveProperty('duration');
    expect(meeting).toMatchObject({recurrence});
    expect(meeting.occurrences.map(({start_time}) => start_time)).toEqual([
      '2027-03-27T08:00:00Z',
      '2027-03-28T07:00:00Z',
      '2027-03-29T07:00:00Z',
    ]);
  });

  it('shows past dates when asked to, and a cancelled one for ever', async () => {
    const {id, occurrences} = await created(weekly);
    const [, second] = occurrences;
    await under.ask(`/meetings/${id}?occurrence_id=${second?.occurrence_id}`, {method: 'DELETE'});
    under.clock.advance(3 * DAY_MS);
    expect((await get(`${id}`)).occurrences.map(({status}) => status)).toEqual(['deleted', 'available']);
    expect((await get(`${id}?show_previous_occurrences=true`)).occurrences).toHaveLength(3);
  });

  it('has one date moved, and another asked for', async () => {
    const {id, occurrences} = await created(weekly);
    const [first, second] = occurrences;
    const path = `/meetings/${id}?occurrence_id=${second?.occurrence_id}`;
    const body = {start_time: '2026-12-03T10:00:00Z', duration: 15};
    expect((await under.ask(path, {method: 'PATCH', body})).status).toBe(204);
    expect(await get(`${id}?occurrence_id=${second?.occurrence_id}`)).toMatchObject(body);
    expect((await get(`${id}`)).occurrences).toMatchObject([
      first,
      {occurrence_id: second?.occurrence_id, ...body},
      {},
    ]);
    expect(await under.ask(`/meetings/${id}?occurrence_id=1`)).toMatchObject({
      status: 400,
      json: {code: 3000},
    });
  });
});

describe('The list of meetings', () => {
  it('names a series once, and each of its dates to come', async () => {
    const {id} = await created(weekly);
    await created({topic: 'Soon', start_time: '2026-11-23T16:00:00Z'});
    expect(await list('type=scheduled')).toMatchObject([
      {id, start_time: '2026-11-25T08:00:00Z', duration: 30, join_url: expect.stringContaining('/j/')},
      {topic: 'Soon'},
    ]);
    for (const type of ['upcoming', 'upcoming_meetings']) {
      expect((await list(`type=${type}`)).map(({topic}) => topic)).toEqual([
        'Soon',
        'Weekly',
        'Weekly',
        'Weekly',
      ]);
    }
    under.clock.advance(3 * DAY_MS);
    expect((await list('type=upcoming')).map(({start_time}) => start_time)).toEqual([
      '2026-12-02T08:00:00Z',
      '2026-12-09T08:00:00Z',
    ]);
    expect((await list('type=scheduled'))[0]).toMatchObject({start_time: '2026-12-02T08:00:00Z'});
  });

  it('tells what runs, and what there was, under the UUID that it had', async () => {
    const {id, uuid} = await created({start_time: '2026-11-23T16:00:00Z'});
    under.simulator.startMeeting(id);
    expect(await list('type=live')).toMatchObject([{id, uuid}]);
    under.clock.advance(10 * 60_000);
    under.simulator.endMeeting(id);
    expect(await list('type=live')).toEqual([]);
    expect(await list('type=previous_meetings')).toMatchObject([
      {id, uuid, start_time: '2026-11-23T14:00:00Z', duration: 10},
    ]);
  });

  it('is cut to days, both included', async () => {
    for (const day of ['25', '26', '27']) await created({topic: day, start_time: `2026-11-${day}T09:00:00Z`});
    const topics = async (window: string) => (await list(`type=upcoming&${window}`)).map(({topic}) => topic);
    expect(await topics('from=2026-11-26&to=2026-11-26')).toEqual(['26']);
    expect(await topics('from=2026-11-26')).toEqual(['26', '27']);
  });

  it.each(['type=best', 'page_size=301', 'from=monday', 'from=2026-11-26&to=2026-11-25'])(
    'refuses %s',
    async (query) => {
      expect(await under.ask(`/users/${ana.id}/meetings?${query}`)).toMatchObject({
        status: 400,
        json: {code: 300},
      });
    },
  );

  it('of the next day names what one is invited to, too, and whose it is', async () => {
    const ben = under.simulator.addUser({email: 'ben@example.org'});
    const at = under.clock.now() + HOUR_MS;
    const plan = {hostId: ben.id, type: 2, startTime: at} as const;
    under.simulator.addMeeting({...plan, topic: 'Not hers'});
    under.simulator.addMeeting({...plan, startTime: at + DAY_MS, settings: {alternative_hosts: ana.email}});
    under.simulator.addMeeting({
      ...plan,
      topic: 'Invited',
      settings: {meeting_invitees: [{email: 'Ana@example.org'}]},
    });
    const own = await created({topic: 'Own', start_time: '2026-11-23T18:00:00Z'});
    expect((await under.ask(`/users/${ana.id}/upcoming_meetings`)).json).toMatchObject({
      total_records: 2,
      meetings: [
        {topic: 'Invited', is_host: false, use_pmi: false},
        {id: own.id, topic: 'Own', is_host: true, passcode: own['password']},
      ],
    });
  });
});

describe('The invitation', () => {
  it('is a text with the lines of an e-mail, and names the passcode', async () => {
    const {id, password, join_url} = await created({topic: 'Plans', start_time: '2026-11-25T09:00:00'});
    const {invitation} = (await get(`${id}/invitation`)) as unknown as {invitation: string};
    expect(invitation.split('\r\n')).toEqual(
      expect.arrayContaining([
        'Ana Lima is inviting you to a scheduled Zoom meeting.',
        'Topic: Plans',
        'Time: Nov 25, 2026, 09:00 AM Europe/Berlin',
        join_url,
        `Passcode: ${String(password)}`,
      ]),
    );
  });
});
