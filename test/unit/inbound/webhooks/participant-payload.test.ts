import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {readParticipantEvent} from '../../../../server/inbound/webhooks/participant-payload.js';

const RECEIVED = 1_795_442_400_000;
const JOINED = Date.parse('2026-11-23T13:00:05Z');
const participant = {
  user_id: '16778240',
  user_name: 'Ben Kim',
  id: 'zoom-ben',
  participant_uuid: '55555AAAiAAAAAiAiAiiAii==',
  email: ' Ben@Example.org ',
  join_time: '2026-11-23T13:00:05Z',
  date_time: '2026-11-23T13:00:06Z',
  leave_time: '2026-11-23T13:40:00Z',
  phone_number: '8615250064084',
  public_ip: '203.0.113.7',
};
type Told = Parameters<typeof readParticipantEvent>[0];
const JOIN: Told = {kind: 'joined', where: 'meeting'};

const body = (
  changes: object,
  {object, ...envelope}: {object?: object; event_ts?: unknown} = {},
): object => ({
  event: 'x',
  ...envelope,
  payload: {
    account_id: 'acc-1',
    object: {
      id: '85512345678',
      uuid: 'uuid-1==',
      host_id: 'zoom-ana',
      participant: {...participant, ...changes},
      ...object,
    },
  },
});
const read = (changes: object = {}, others: {object?: object; event_ts?: unknown} = {}, told = JOIN) =>
  readParticipantEvent(told, body(changes, others), RECEIVED);
const without = (...names: (keyof typeof participant)[]): object =>
  Object.fromEntries(names.map((name) => [name, undefined]));

describe('the payload of an event about a participant', () => {
  it.each(['9007199254740991', 9e15, 8.64e15 + 1])('has no time that no calendar knows: %s', (event_ts) => {
    expect(read(without('join_time', 'date_time'), {event_ts})?.at).toBeUndefined();
  });

  it.each(['user_id', 'participant_uuid', 'id', 'parent_user_id'])('has no %s of any length', (name) => {
    const {participant: who} = read({[name]: 'x'.repeat(10_000)}) ?? {};
    expect(JSON.stringify(who).length).toBeLessThan(400);
  });

  it("is read in today's shape, and nothing of where they are or how they dial in", () => {
    expect(read()).toEqual({
      kind: 'joined',
      where: 'meeting',
      number: '85512345678',
      uuid: 'uuid-1==',
      hostId: 'zoom-ana',
      accountId: 'acc-1',
      participant: {
        stayId: '16778240',
        zoomUserId: 'zoom-ben',
        name: 'Ben Kim',
        address: 'ben@example.org',
      },
      at: JOINED,
      receivedAt: RECEIVED,
    });
  });

  it('is read in the shape of 2019: a stay, a name and a time', () => {
    const old = {id: '', ...without('participant_uuid', 'email', 'date_time', 'leave_time')};
    expect(read(old)).toMatchObject({
      participant: {stayId: '16778240', zoomUserId: undefined, name: 'Ben Kim', address: undefined},
      at: JOINED,
    });
  });

  it('may have numbers as text and text as numbers', () => {
    expect(
      read({user_id: 16_778_240, user_name: 17, email: 5}, {object: {id: 85_512_345_678}}),
    ).toMatchObject({
      number: '85512345678',
      participant: {stayId: '16778240', name: '17', address: undefined},
    });
  });

  it.each([
    ['the stay', {}, '16778240'],
    ['of guests what stays the same in all rooms', {id: ''}, '55555AAAiAAAAAiAiAiiAii=='],
    ['else the stay, of them too', {id: '', participant_uuid: undefined}, '16778240'],
    ['else the UUID of the participant', without('user_id'), '55555AAAiAAAAAiAiAiiAii=='],
    ['else who they are in Zoom', without('user_id', 'participant_uuid'), 'zoom-ben'],
    ['else nothing', {user_id: '', participant_uuid: null, id: ''}, undefined],
    [
      'nothing with half a character in it',
      {...without('participant_uuid', 'id'), user_id: 'a\ufffd'},
      undefined,
    ],
  ])('tells devices apart by %s', (_by, changes, stayId) => {
    expect(read(changes)?.participant.stayId).toBe(stayId);
  });

  it('takes a stay in a breakout room for the one in the meeting, where Zoom says which that is', () => {
    const room: Told = {kind: 'left', where: 'breakoutRoom'};
    expect(read({parent_user_id: '16778240', user_id: '33555456'}, {}, room)?.participant.stayId).toBe(
      '16778240',
    );
    expect(read({user_id: '33555456'}, {}, room)?.participant.stayId).toBe('33555456');
    expect(read({parent_user_id: '1', user_id: '2'})?.participant.stayId).toBe('2');
  });

  it('believes no address that somebody may have typed when they registered', () => {
    expect(read({registrant_id: 'IFxeBPYun6SAiWUzBcEkX'})?.participant.address).toBeUndefined();
  });

  it.each([
    ['when they came', JOIN, {}, JOINED],
    ['when they went', {kind: 'left', where: 'meeting'}, {}, Date.parse('2026-11-23T13:40:00Z')],
    ['when it happened', {kind: 'left', where: 'waitingRoom'}, without('leave_time'), JOINED + 1_000],
  ] satisfies [string, Told, object, number][])('tells %s', (_what, told, changes, at) => {
    expect(read(changes, {}, told)?.at).toBe(at);
  });

  it('is as exact within a second as the time when the event was made, which is all that some events say', () => {
    const left: Told = {kind: 'left', where: 'meeting'};
    const [event_ts, leave_time] = [JOINED + 250, participant.join_time];
    expect(read({}, {event_ts})?.at).toBe(event_ts);
    expect(read({leave_time}, {event_ts}, left)?.at).toBe(event_ts);
    expect(read(without('join_time', 'date_time'), {event_ts})?.at).toBe(event_ts);
  });

  it('lets nobody leave before they came where the event of it was made later', () => {
    const event_ts = JOINED + 3_000;
    expect(read({}, {event_ts})?.at).toBe(JOINED);
    const left: Told = {kind: 'left', where: 'meeting'};
    expect(read({leave_time: participant.join_time}, {event_ts}, left)?.at).toBe(JOINED + 999);
  });

  it.each([undefined, null, 'soon', {}, -5, 0])('knows no time from %j', (event_ts) => {
    expect(read({join_time: 17, date_time: ''}, {event_ts})?.at).toBeUndefined();
  });

  it('may say nothing at all of whom it is about', () => {
    const {object} = (body({}) as {payload: {object: object}}).payload;
    const nobody = {payload: {object: {...object, participant: {}}}};
    expect(readParticipantEvent(JOIN, nobody, RECEIVED)).toMatchObject({participant: {name: ''}});
  });

  it('leaves a name as it was typed, in one line and of a length that people have', () => {
    const typed = '*Ben* @all [x](http://x) &amp; 😀 <b>';
    expect(read({user_name: `${typed}\u202e\n`})?.participant.name).toBe(typed);
    expect(read({user_name: 'B'.repeat(10_000)})?.participant.name).toHaveLength(100);
  });

  it('is never read from what has another shape, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(readParticipantEvent(JOIN, anything, RECEIVED)).toBeUndefined();
      }),
    );
    for (const nobody of [undefined, null, [], 'Ben', 5])
      expect(read({}, {object: {participant: nobody}})).toBeUndefined();
    for (const id of ['', '12a', null, {}]) expect(read({}, {object: {id}})).toBeUndefined();
  });
});
