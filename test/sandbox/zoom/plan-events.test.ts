import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {SimulatedUser} from '../../../sandbox/zoom/state/records.js';
import {grantAllScopes} from './grant-all-scopes.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';
import {listenToNobody} from './told.js';

let under: SimulatorUnderTest;
let ana: SimulatedUser;

beforeEach(async () => {
  under = await startSimulatorUnderTest();
  grantAllScopes(under.simulator);
  ana = under.simulator.addUser({email: 'ana@example.org', firstName: 'Ana', timezone: 'UTC'});
  await listenToNobody(under.simulator);
});
afterEach(() => under.simulator.close());

interface Told {
  event: string;
  payload: Record<string, unknown> & {object: Record<string, unknown>};
}

const told = (): Told[] => under.simulator.deliveries.map(({body}) => JSON.parse(body) as Told);
const last = (): Told => told().at(-1) as Told;
const post = async (body: object): Promise<number> => {
  const {json} = await under.ask(`/users/${ana.id}/meetings`, {method: 'POST', body});
  return (json as {id: number}).id;
};
const startTime = Date.parse('2026-11-25T09:00:00Z');
const weekly = {type: 8, startTime, recurrence: {type: 2, end_times: 2}} as const;

describe('A meeting that is scheduled', () => {
  it('is told of with a number that is a number, over the API and in Zoom alike', async () => {
    const id = await post({topic: 'Plans', start_time: '2026-11-25T09:00:00Z'});
    const {number} = under.simulator.addMeeting({hostId: ana.id, type: 2, topic: 'Plans', startTime});
    for (const [index, expected] of [id, number].entries()) {
      expect(told()[index]).toMatchObject({
        event: 'meeting.created',
        payload: {
          account_id: under.simulator.account.id,
          operator: ana.email,
          operator_id: ana.id,
          operation: 'all',
          object: {
            id: expected,
            host_id: ana.id,
            topic: 'Plans',
            type: 2,
            start_time: '2026-11-25T09:00:00Z',
            join_url: expect.stringContaining(`/j/${expected}`),
            settings: {use_pmi: false, alternative_hosts: ''},
          },
        },
      });
    }
  });

  it('is told of with its dates where it is a series', () => {
    under.simulator.addMeeting({...weekly, hostId: ana.id});
    expect(last().payload.object['occurrences']).toMatchObject([
      {start_time: '2026-11-25T09:00:00Z', status: 'available'},
      {start_time: '2026-12-02T09:00:00Z'},
    ]);
  });

  it('is not told of where it begins at once, or is a personal room', async () => {
    await post({type: 1});
    under.simulator.addMeeting({hostId: ana.id});
    under.simulator.addMeeting({hostId: ana.id, type: 4});
    expect(told()).toEqual([]);
  });
});

describe('A change', () => {
  it('names the number and what has changed alone, and what it was', async () => {
    const id = await post({topic: 'Old', start_time: '2026-11-25T09:00:00Z'});
    const body = {topic: 'New', start_time: '2026-11-26T09:00:00Z', settings: {waiting_room: true}};
    await under.ask(`/meetings/${id}`, {method: 'PATCH', body});
    expect(last()).toMatchObject({event: 'meeting.updated', payload: {scope: 'all', operator: ana.email}});
    const {object, old_object: old} = last().payload;
    expect(object).toEqual({id, ...body});
    expect(old).toEqual({
      id,
      topic: 'Old',
      start_time: '2026-11-25T09:00:00Z',
      settings: {waiting_room: false},
    });
    expect(last().payload['time_stamp']).toBe(under.clock.now());
  });

  it('of nothing is not told of', async () => {
    const id = await post({topic: 'Same'});
    await under.ask(`/meetings/${id}`, {method: 'PATCH', body: {topic: 'Same'}});
    under.simulator.changeMeeting(id, {topic: 'Same'});
    expect(told().map(({event}) => event)).toEqual(['meeting.created']);
  });

  it('of one date names that date alone', async () => {
    const {number, occurrences} = under.simulator.addMeeting({...weekly, hostId: ana.id});
    const id = occurrences[1]?.id;
    const path = `/meetings/${number}?occurrence_id=${id}`;
    await under.ask(path, {method: 'PATCH', body: {duration: 15}});
    expect(last().payload).toMatchObject({
      scope: 'single',
      object: {id: number, occurrences: [{occurrence_id: id, duration: 15}]},
      old_object: {id: number, occurrences: [{occurrence_id: id, duration: 60}]},
    });
  });

  it('of the passcode breaks the links that were handed out', () => {
    const meeting = under.simulator.addMeeting({hostId: ana.id, type: 2});
    const {encryptedPassword} = meeting;
    under.simulator.changeMeeting(meeting.number, {password: 'other'});
    expect(meeting.encryptedPassword).not.toBe(encryptedPassword);
  });
});

describe('A deletion', () => {
  it('is told of, over the API and in Zoom alike', async () => {
    const id = await post({topic: 'Plans'});
    await under.ask(`/meetings/${id}`, {method: 'DELETE'});
    expect(last()).toMatchObject({
      event: 'meeting.deleted',
      payload: {operation: 'all', object: {id, topic: 'Plans'}},
    });
    expect(last().payload.object).not.toHaveProperty('join_url');
    const {number} = under.simulator.addMeeting({hostId: ana.id, type: 2});
    under.simulator.deleteMeeting(number);
    expect(last()).toMatchObject({event: 'meeting.deleted', payload: {object: {id: number}}});
    expect((await under.ask(`/meetings/${number}`)).status).toBe(404);
  });

  it('of one date leaves the others', () => {
    const {number, occurrences} = under.simulator.addMeeting({...weekly, hostId: ana.id});
    const id = occurrences[0]?.id ?? '';
    under.simulator.deleteMeeting(number, id);
    expect(last().payload).toMatchObject({
      operation: 'single',
      object: {id: number, occurrences: [{occurrence_id: id, status: 'deleted'}]},
    });
    expect(() => under.simulator.deleteMeeting(number, '1')).toThrow(`Meeting ${number} has no date 1.`);
  });
});
