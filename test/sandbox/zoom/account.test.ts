import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {SimulatedMeeting, SimulatedUser} from '../../../sandbox/zoom/state/records.js';
import {grantAllScopes} from './grant-all-scopes.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

const DAY_MS = 86_400_000;

let under: SimulatorUnderTest;
let ana: SimulatedUser;
let ben: SimulatedUser;

beforeEach(async () => {
  under = await startSimulatorUnderTest();
  grantAllScopes(under.simulator);
  ana = under.simulator.addUser({email: 'ana@example.org', firstName: 'Ana', lastName: 'Lima'});
  ben = under.simulator.addUser({email: 'ben@example.org', firstName: 'Ben'});
});
afterEach(() => under.simulator.close());

const get = async (path: string): Promise<unknown> => (await under.ask(path)).json;

describe('The users of an account', () => {
  const emails = async (query = ''): Promise<string[]> =>
    ((await get(`/users?${query}`)) as {users: {email: string}[]}).users.map(({email}) => email);

  it('are listed by their state, without those of other accounts', async () => {
    under.simulator.addUser({email: 'away@example.org', status: 'inactive'});
    under.simulator.addUser({email: 'ida@example.net', accountId: 'other'});
    expect(await emails()).toEqual([ana.email, ben.email]);
    expect(await emails('status=inactive')).toEqual(['away@example.org']);
    expect(await get('/users?page_size=1')).toMatchObject({
      page_size: 1,
      total_records: 2,
      next_page_token: expect.stringMatching(/./),
      users: [{id: ana.id, display_name: 'Ana Lima', type: 2, pmi: ana.pmi}],
    });
    expect(await under.ask('/users?status=odd')).toMatchObject({status: 400, json: {code: 300}});
  });

  it('are created once, and invited where they have to agree', async () => {
    const create = (action: string, email: string) =>
      under.ask('/users', {
        method: 'POST',
        body: {action, user_info: {email, type: 1, first_name: 'Zoe', last_name: 'Marsh'}},
      });
    expect(await create('create', 'zoe@example.org')).toMatchObject({
      status: 201,
      json: {id: expect.any(String), email: 'zoe@example.org', first_name: 'Zoe', type: 1},
    });
    expect(await emails('status=pending')).toEqual(['zoe@example.org']);
    await create('custCreate', 'bot@example.org');
    expect(await emails()).toContain('bot@example.org');
    expect(await create('create', 'ZOE@example.org')).toMatchObject({status: 409, json: {code: 1005}});
    expect(await create('invent', 'x@example.org')).toMatchObject({
      json: {code: 300, errors: [{field: 'action'}]},
    });
  });

  it('are changed', async () => {
    const body = {last_name: 'Silva', timezone: 'Europe/Lisbon', dept: 'Sales'};
    expect((await under.ask(`/users/${ana.id}`, {method: 'PATCH', body})).status).toBe(204);
    expect(await get(`/users/${ana.id}`)).toMatchObject({...body, display_name: 'Ana Silva'});
    expect(await under.ask('/users/nobody', {method: 'PATCH', body})).toMatchObject({json: {code: 1001}});
  });

  it('leave the account, or Zoom, with their meetings or without', async () => {
    const remove = (query: string) => under.ask(`/users/${ana.id}?${query}`, {method: 'DELETE'});
    const kept = under.simulator.addMeeting({hostId: ana.id, type: 2});
    const other = under.simulator.addMeeting({hostId: ben.id, type: 2});
    expect(await remove('action=delete&transfer_email=nobody%40example.org')).toMatchObject({
      json: {code: 1001},
    });
    await remove(`action=delete&transfer_email=${encodeURIComponent(ben.email)}&transfer_meeting=true`);
    expect(kept).toMatchObject({exists: true, hostId: ben.id});
    expect(await under.ask(`/users/${ana.id}`)).toMatchObject({status: 404, json: {code: 1001}});
    await under.ask(`/users/${ben.id}`, {method: 'DELETE'});
    expect(await under.ask(`/users/${ben.id}`)).toMatchObject({status: 400, json: {code: 1010}});
    expect(other.exists).toBe(true);
  });

  it('are not shown to whoever acts for themselves alone', async () => {
    under.simulator.changeAccount({appType: 'general_user'});
    const {access_token: token} = under.simulator.issueTokens(ana.id);
    for (const path of ['/users', '/phone/recordings']) {
      expect(await under.ask(path, {token})).toMatchObject({status: 400, json: {code: 4711}});
    }
  });
});

describe('A recording', () => {
  const record = (): SimulatedMeeting => {
    const meeting = under.simulator.addMeeting({hostId: ana.id, type: 2, topic: 'Plans'});
    under.simulator.startMeeting(meeting.number);
    under.clock.advance(10 * 60_000);
    under.simulator.endMeeting(meeting.number);
    return under.simulator.finishRecording(meeting.number);
  };

  it('is found by number and by UUID, with files of which Zoom tells less', async () => {
    const {number, past} = record();
    const uuid = encodeURIComponent(encodeURIComponent(past[0]?.uuid ?? ''));
    for (const id of [number, uuid]) {
      expect(await get(`/meetings/${id}/recordings`)).toMatchObject({
        id: number,
        uuid: past[0]?.uuid,
        topic: 'Plans',
        duration: 10,
        recording_count: 2,
        password: expect.any(String),
        recording_files: [{file_type: 'MP4', status: 'completed'}, {file_type: 'TIMELINE'}],
      });
    }
    const files = (await get(`/meetings/${number}/recordings`)) as {recording_files: object[]};
    expect(files.recording_files[1]).not.toHaveProperty('id');
    expect(await get(`/meetings/${number}/recordings?include_fields=download_access_token`)).toHaveProperty(
      'download_access_token',
    );
  });

  it('is listed for its host, of a month at most, and of today where nothing is said', async () => {
    record();
    const listed = async (query: string) =>
      ((await get(`/users/${ana.id}/recordings?${query}`)) as {meetings: object[]}).meetings;
    expect(await listed('')).toMatchObject([{topic: 'Plans'}]);
    expect((await listed(''))[0]).not.toHaveProperty('password');
    under.clock.advance(DAY_MS);
    expect(await listed('')).toEqual([]);
    expect(await listed('from=2026-11-01&to=2026-11-30')).toHaveLength(1);
    expect(await under.ask(`/users/${ana.id}/recordings?from=2026-09-01&to=2026-11-30`)).toMatchObject({
      status: 400,
      json: {code: 300},
    });
  });

  it('that is not there has a code of its own', async () => {
    const {number} = under.simulator.addMeeting({hostId: ana.id, type: 2});
    expect(await under.ask(`/meetings/${number}/recordings`)).toMatchObject({
      status: 404,
      json: {code: 3301},
    });
  });
});

describe('A summary', () => {
  it('is found by UUID alone, unless its host has it sent by e-mail', async () => {
    const {number} = under.simulator.addMeeting({hostId: ana.id, type: 2, topic: 'Plans'});
    expect(() => under.simulator.writeSummary(number, {})).toThrow('has no summary');
    under.simulator.startMeeting(number);
    under.simulator.endMeeting(number);
    const uuid = under.simulator.meetings[0]?.past[0]?.uuid ?? '';
    const path = `/meetings/${encodeURIComponent(encodeURIComponent(uuid))}/meeting_summary`;
    expect(await under.ask(path)).toMatchObject({status: 404, json: {code: 3001}});
    under.simulator.writeSummary(number, {title: 'Plans', content: '## Recap'});
    expect(await get(path)).toMatchObject({
      meeting_id: number,
      meeting_uuid: uuid,
      summary_title: 'Plans',
      summary_content: '## Recap',
      summary_overview: '',
    });
    expect(await under.ask(`/meetings/${number}/meeting_summary`)).toMatchObject({status: 404});
    under.simulator.writeSummary(number, {isByMailAlone: true});
    expect(await under.ask(path)).toMatchObject({status: 403, json: {code: 2305}});
    under.simulator.changeUser(ana.id, {type: 1});
    expect(await under.ask(path)).toMatchObject({status: 400, json: {code: 200}});
  });
});

describe('A recorded call', () => {
  it('is found in the account, with its owner, and alone', async () => {
    const {callId, callLogId} = under.simulator.addPhoneRecording({user: ana.id, duration: 90});
    under.simulator.addPhoneRecording({user: ben.email, startedAt: under.clock.now() - 60 * DAY_MS});
    const row = {call_id: callId, duration: 90, direction: 'inbound', owner: {type: 'user', id: ana.id}};
    for (const path of ['/phone/recordings', `/phone/users/${ana.id}/recordings`]) {
      expect(await get(path)).toMatchObject({
        from: expect.stringMatching(/^2026-10-/),
        to: '2026-11-23',
        recordings: [row],
      });
    }
    expect(await get(`/phone/users/${ben.id}/recordings`)).toMatchObject({recordings: []});
    for (const id of [callId, callLogId])
      expect(await get(`/phone/call_logs/${id}/recordings`)).toMatchObject(row);
    expect(await under.ask('/phone/call_logs/x/recordings')).toMatchObject({status: 404});
    expect(await under.ask('/phone/recordings?from=2026-01-01&to=2026-03-01')).toMatchObject({
      json: {code: 300},
    });
  });

  it('counts against the limit for heavy calls', async () => {
    under.simulator.limits.heavy = 1;
    expect((await under.ask('/phone/recordings')).headers.get('x-ratelimit-category')).toBe('Heavy');
    expect((await under.ask('/phone/recordings')).status).toBe(429);
  });
});

describe('Team Chat', () => {
  it('has the channels of a user, and what was said in one on a day', async () => {
    const {id} = under.simulator.addChatChannel({name: 'Plans', members: [ana.id, ben.email]});
    under.simulator.addChatChannel({name: 'Private', members: [ben.id]});
    under.simulator.addChatMessage({sender: ben.id, to: id, text: 'Hello'});
    under.simulator.addChatMessage({sender: ben.id, to: id, text: 'Old', at: under.clock.now() - DAY_MS});
    expect(await get(`/chat/users/${ana.id}/channels`)).toMatchObject({
      page_size: 10,
      channels: [{id, name: 'Plans', type: 1}],
    });
    const said = (query: string) => get(`/chat/users/${ana.id}/messages?${query}`);
    expect(await said(`to_channel=${id}`)).toMatchObject({
      date: '2026-11-23',
      messages: [{message: 'Hello', sender: ben.email, sender_display_name: 'Ben'}],
    });
    expect(await said(`to_channel=${id}&date=2026-11-22`)).toMatchObject({messages: [{message: 'Old'}]});
    expect(await said('to_channel=nowhere')).toMatchObject({code: 300});
    expect(await said(`to_channel=${id}&to_contact=x`)).toMatchObject({code: 300});
    expect(await said('')).toMatchObject({code: 300, errors: [{field: 'to_contact'}]});
    expect(await under.ask(`/chat/users/${ana.id}/channels?page_size=51`)).toMatchObject({status: 400});
  });

  it('has what two people said to each other', async () => {
    under.simulator.addChatMessage({sender: ben.id, to: ana.id, text: 'Hello'});
    under.simulator.addChatMessage({sender: ana.id, to: ben.id, text: 'Hello, Ben'});
    const {json} = await under.ask(`/chat/users/${ana.id}/messages?to_contact=${ben.email}`);
    expect(json).toMatchObject({messages: [{message: 'Hello'}, {message: 'Hello, Ben'}]});
    expect(await get(`/chat/users/${ana.id}/messages?to_contact=nobody`)).toMatchObject({code: 1001});
  });
});
