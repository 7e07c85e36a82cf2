import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {SimulatedUser} from '../../../sandbox/zoom/state/records.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';
import {listenToNobody, told} from './told.js';

let under: SimulatorUnderTest;
let ana: SimulatedUser;
beforeEach(async () => {
  under = await startSimulatorUnderTest();
  ana = under.simulator.addUser({email: 'ana@example.org', firstName: 'Ana', lastName: 'Silva'});
});
afterEach(() => under.simulator.close());

/** An instant meeting that Ana has held with these people, for ten minutes. */
function holdMeeting(...guests: string[]): {number: number; uuid: string} {
  const {simulator, clock} = under;
  const meeting = simulator.addMeeting({hostId: ana.id});
  const {number, uuid} = meeting;
  simulator.startMeeting(number);
  for (const name of guests) simulator.join(number, {name});
  clock.advance(600_000);
  simulator.endMeeting(number);
  return {number, uuid};
}
const twice = (uuid: string): string => encodeURIComponent(encodeURIComponent(uuid));

interface Listed {
  next_page_token: string;
  total_records: number;
  participants: Record<string, unknown>[];
}
const listed = async (uuid: string, query = ''): Promise<Listed> =>
  (await under.ask(`/past_meetings/${twice(uuid)}/participants${query}`)).json as Listed;

describe('Who took part', () => {
  it('is told afterwards, a row for each stay, with times and the address of a colleague alone', async () => {
    const {uuid} = holdMeeting('Zoe', 'Zoe');
    const {participants} = await listed(uuid);
    expect(participants).toMatchObject([
      {
        id: ana.id,
        name: 'Ana Silva',
        user_id: '16778240',
        user_email: 'ana@example.org',
        join_time: '2026-11-23T14:00:00Z',
        leave_time: '2026-11-23T14:10:00Z',
        duration: 600,
        internal_user: true,
      },
      {id: '', name: 'Zoe', user_email: '', internal_user: false},
      {name: 'Zoe'},
    ]);
    expect((await under.ask(`/past_meetings/${twice(uuid)}`)).json).toMatchObject({participants_count: 2});
  });

  it('comes a page at a time', async () => {
    const {uuid} = holdMeeting('Zoe', 'Gil');
    const first = await listed(uuid, '?page_size=2');
    expect(first).toMatchObject({total_records: 3, participants: [{name: 'Ana Silva'}, {name: 'Zoe'}]});
    const token = encodeURIComponent(first.next_page_token);
    expect(await listed(uuid, `?page_size=2&next_page_token=${token}`)).toMatchObject({
      next_page_token: '',
      participants: [{name: 'Gil'}],
    });
    under.clock.advance(15 * 60_000);
    const late = `/past_meetings/${twice(uuid)}/participants?next_page_token=${token}`;
    expect(await under.ask(late)).toMatchObject({status: 400, json: {code: 300}});
  });

  it('needs its scope, a host who pays, and that Zoom knows already', async () => {
    const {simulator, clock} = under;
    const {uuid} = holdMeeting();
    const path = `/past_meetings/${twice(uuid)}/participants`;
    simulator.changeAccount({pastDataLagMs: 60_000});
    expect(await under.ask(path)).toMatchObject({status: 404, json: {code: 3001}});
    clock.advance(60_000);
    expect((await under.ask(path)).status).toBe(200);
    simulator.changeUser(ana.id, {type: 1});
    expect(await under.ask(path)).toMatchObject({status: 400, json: {code: 200}});
    expect(await under.ask(`/past_meetings/${twice(uuid)}`)).toMatchObject({json: {code: 200}});
    simulator.changeAccount({scopes: ['meeting:read:past_meeting:admin']});
    expect(await under.ask(path)).toMatchObject({status: 400, json: {code: 4711}});
  });
});

describe('A personal room', () => {
  it('is there when nobody is in, has a new UUID each time, and cannot be deleted', async () => {
    const {simulator} = under;
    const room = async () =>
      (await under.ask(`/meetings/${ana.pmi}`)).json as {uuid: string; status: string; type: number};
    const before = await room();
    expect(before).toMatchObject({
      type: 4,
      status: 'waiting',
      topic: "Ana Silva's Personal Meeting Room",
      join_url: expect.stringContaining(`/j/${ana.pmi}?pwd=`),
      settings: {use_pmi: true},
    });
    simulator.startMeeting(ana.pmi);
    expect(await room()).toMatchObject({uuid: before.uuid, status: 'started'});
    simulator.endMeeting(ana.pmi);
    expect((await room()).uuid).not.toBe(before.uuid);
    expect(await under.ask(`/meetings/${ana.pmi}`, {method: 'DELETE'})).toMatchObject({
      status: 400,
      json: {code: 3018},
    });
  });

  it('that is switched off is gone, and the person shows no number', async () => {
    const {simulator} = under;
    expect((await under.ask(`/users/${ana.id}`)).json).toMatchObject({pmi: ana.pmi});
    simulator.changeUser(ana.id, {hasPersonalRoom: false});
    const {json} = await under.ask(`/users/${ana.id}`);
    expect(json).toMatchObject({pmi: 0});
    expect(json).not.toHaveProperty('personal_meeting_url');
    expect(await under.ask(`/meetings/${ana.pmi}`)).toMatchObject({status: 404, json: {code: 3001}});
  });
});

describe('A new meeting', () => {
  it('has a waiting room and lets people begin as the account says, unless it is asked for otherwise', async () => {
    const {simulator} = under;
    simulator.changeAccount({waitingRoom: true});
    const create = async (settings?: object) =>
      under.ask(`/users/${ana.id}/meetings`, {
        method: 'POST',
        body: {type: 1, ...(settings && {settings})},
      });
    expect((await create()).json).toMatchObject({settings: {waiting_room: true, join_before_host: false}});
    expect((await create({waiting_room: false, join_before_host: true})).json).toMatchObject({
      settings: {waiting_room: false, join_before_host: true},
    });
    expect(simulator.meetings).toMatchObject([
      {waitingRoom: true, joinBeforeHost: false},
      {waitingRoom: false, joinBeforeHost: true},
    ]);
  });
});

describe('Webhooks that are lost for a while', () => {
  it('are lost until the time is over, or until it is lifted, and no others', async () => {
    const {simulator, clock} = under;
    await listenToNobody(simulator);
    const outcomes = (): string[] =>
      simulator.deliveries.map(({event, outcome}) => `${event.slice(8)} ${outcome === 'dropped'}`);
    simulator.faultWebhook({kind: 'drop', event: 'meeting.started', forMs: 86_400_000});
    holdMeeting();
    holdMeeting();
    clock.advance(86_400_000);
    holdMeeting();
    const lost = ['started true', 'participant_joined false', 'ended false', 'participant_left false'];
    const brought = ['started false', ...lost.slice(1)];
    expect(outcomes()).toEqual([...lost, ...lost, ...brought]);
    simulator.faultWebhook({kind: 'drop', forMs: 86_400_000});
    simulator.liftWebhookFaults();
    holdMeeting();
    expect(outcomes().slice(-4)).toEqual(brought);
  });

  it('are those alone to which the app has subscribed', async () => {
    const {simulator} = under;
    await simulator.subscribe({
      url: `${simulator.url}/nowhere`,
      signed: false,
      events: ['meeting.participant_left'],
    });
    holdMeeting('Zoe');
    expect(told(simulator).map(({participant}) => participant?.['user_name'])).toEqual(['Ana Silva', 'Zoe']);
  });
});
