import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {SimulatedMeeting, SimulatedUser} from '../../../sandbox/zoom/state/records.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';
import {inShort, listenToNobody, told} from './told.js';

let under: SimulatorUnderTest;
let ana: SimulatedUser;
let meeting: SimulatedMeeting;
beforeEach(async () => {
  under = await startSimulatorUnderTest();
  const {simulator} = under;
  ana = simulator.addUser({email: 'ana@example.org', firstName: 'Ana'});
  simulator.addUser({email: 'ben@example.org', firstName: 'Ben'});
  await listenToNobody(simulator);
  meeting = simulator.addMeeting({hostId: ana.id});
});
afterEach(() => under.simulator.close());

const names = (people: SimulatedMeeting['participants']): string[] => people.map(({name}) => name);

describe('Somebody who joins', () => {
  it('is told of with all that Zoom knows of a colleague', () => {
    const {simulator, clock} = under;
    simulator.startMeeting(meeting.number);
    clock.advance(60_000);
    const ben = simulator.join(meeting.number, {email: 'BEN@example.org', device: 'browser'});
    expect(told(simulator).at(-1)).toMatchObject({
      event: 'meeting.participant_joined',
      object: {id: String(meeting.number), uuid: meeting.uuid, host_id: ana.id},
      participant: {
        user_id: '16779264',
        user_name: 'Ben',
        id: ben.zoomUserId,
        participant_user_id: ben.zoomUserId,
        participant_uuid: ben.uuid,
        email: 'ben@example.org',
        join_time: '2026-11-23T14:01:00Z',
        public_ip: expect.stringMatching(/^203\.0\.113\./),
      },
    });
  });

  it('has neither id nor address as a guest, no address from another account, and a masked number by phone', () => {
    const {simulator} = under;
    simulator.addUser({email: 'ida@example.net', firstName: 'Ida', accountId: 'another', id: 'idas-id'});
    simulator.startMeeting(meeting.number);
    simulator.join(meeting.number, {name: 'Zoe', email: 'zoe@example.com'});
    simulator.join(meeting.number, {email: 'ida@example.net'});
    simulator.join(meeting.number, {phoneNumber: '+1 646 555 0123'});
    const [guest, outsider, caller] = told(simulator)
      .slice(-3)
      .map(({participant}) => participant);
    expect(guest).toMatchObject({user_name: 'Zoe', id: '', email: ''});
    expect(outsider).toMatchObject({user_name: 'Ida', id: 'idas-id', email: ''});
    expect(caller).toMatchObject({user_name: '1646***0123', id: '', phone_number: '16465550123'});
    expect(meeting.participants.map(({device}) => device)).toEqual(['app', 'app', 'app', 'phone']);
  });

  it('with a second device has another stay, and leaves with one device at a time', () => {
    const {simulator} = under;
    simulator.startMeeting(meeting.number);
    const [first, second] = [1, 2].map(() => simulator.join(meeting.number, {email: 'ben@example.org'}));
    expect(first?.zoomUserId).toBe(second?.zoomUserId);
    expect(first?.userId).not.toBe(second?.userId);
    simulator.leave(meeting.number, 'Ben');
    expect(meeting.participants.at(-1)).toBe(first);
    expect(told(simulator).at(-1)).toMatchObject({
      event: 'meeting.participant_left',
      participant: {
        user_id: second?.userId,
        leave_time: '2026-11-23T14:00:00Z',
        leave_reason: 'Ben left the meeting.',
        private_ip: expect.stringMatching(/^192\.0\.2\./),
      },
    });
  });

  it('under a new name is told of when something else happens', () => {
    const {simulator} = under;
    simulator.startMeeting(meeting.number);
    const {id} = simulator.join(meeting.number, {name: 'iPhone'});
    simulator.rename(meeting.number, id, 'Carla');
    simulator.leave(meeting.number, id);
    expect(inShort(simulator).slice(-2)).toEqual(['joined iPhone', 'left Carla']);
  });

  it('twice in two occurrences has the same number in both, as everybody begins anew', () => {
    const {simulator} = under;
    const room = simulator.addMeeting({hostId: ana.id, type: 4});
    for (const _occurrence of [1, 2]) {
      simulator.startMeeting(room.number);
      simulator.endMeeting(room.number);
    }
    const [one, other] = room.past.map(({stays}) => stays[0]?.participant.userId);
    expect(one).toBe('16778240');
    expect(other).toBe(one);
  });
});

describe('Before the host', () => {
  it('people wait, are told of by their names alone, and come in with the host, or give up', () => {
    const {simulator} = under;
    simulator.join(meeting.number, {name: 'Zoe'});
    simulator.join(meeting.number, {email: 'ben@example.org'});
    expect(names(meeting.waiting)).toEqual(['Zoe', 'Ben']);
    expect(meeting.status).toBe('waiting');
    simulator.leave(meeting.number, 'Zoe');
    simulator.startMeeting(meeting.number);
    expect(inShort(simulator)).toEqual([
      'jbh_waiting Zoe',
      'jbh_waiting Ben',
      'jbh_waiting_left Zoe',
      'started',
      'joined Ana',
      'joined Ben',
    ]);
    const [waits, , gaveUp] = told(simulator);
    expect(waits).toMatchObject({
      participant: {user_name: 'Zoe', id: '', registrant_id: ''},
      object: {id: String(meeting.number)},
    });
    expect(Object.keys(waits?.participant ?? {})).toHaveLength(3);
    expect(gaveUp?.object['id']).toBe(meeting.number);
  });

  it('they begin where the meeting lets them, and the host comes later', () => {
    const {simulator} = under;
    simulator.changeMeeting(meeting.number, {joinBeforeHost: true});
    simulator.join(meeting.number, {name: 'Zoe'});
    expect(meeting.status).toBe('started');
    simulator.startMeeting(meeting.number);
    expect(inShort(simulator)).toEqual(['started', 'jbh_joined Zoe', 'joined Zoe', 'joined Ana']);
    expect(() => simulator.startMeeting(meeting.number)).toThrow('is started, not waiting');
  });

  it('they wait in the waiting room where there is one, now or once the host is there', () => {
    const {simulator} = under;
    simulator.changeMeeting(meeting.number, {waitingRoom: true});
    simulator.join(meeting.number, {name: 'Zoe'});
    simulator.join(meeting.number, {email: 'ana@example.org'});
    expect(inShort(simulator).slice(1)).toEqual(['started', 'joined Ana', 'joined_waiting_room Zoe']);
    const other = simulator.addMeeting({hostId: ana.id, waitingRoom: true, joinBeforeHost: true});
    simulator.join(other.number, {name: 'Zoe'});
    expect(other.waiting).toMatchObject([{name: 'Zoe', where: 'waitingRoom'}]);
    expect(other.status).toBe('waiting');
  });
});

describe('A waiting room', () => {
  beforeEach(() => {
    under.simulator.changeMeeting(meeting.number, {waitingRoom: true});
    under.simulator.startMeeting(meeting.number);
  });
  const since = (event: string): string[] => {
    const all = inShort(under.simulator);
    return all.slice(all.indexOf(event));
  };

  it('holds everybody but the host, who lets people in and puts them back', () => {
    const {simulator} = under;
    const zoe = simulator.join(meeting.number, {name: 'Zoe'});
    const {userId} = zoe;
    expect(told(simulator).at(-1)).toMatchObject({
      participant: {user_id: userId, participant_uuid: zoe.uuid, date_time: '2026-11-23T14:00:00Z'},
    });
    simulator.admit(meeting.number, 'Zoe');
    expect(zoe.userId).not.toBe(userId);
    expect(names(meeting.participants)).toEqual(['Ana', 'Zoe']);
    simulator.putBack(meeting.number, 'Zoe');
    expect([names(meeting.participants), names(meeting.waiting)]).toEqual([['Ana'], ['Zoe']]);
    simulator.leave(meeting.number, 'Zoe');
    expect(since('joined_waiting_room Zoe')).toEqual([
      'joined_waiting_room Zoe',
      'admitted Zoe',
      'left_waiting_room Zoe',
      'joined Zoe',
      'put_in_waiting_room Zoe',
      'left Zoe',
      'joined_waiting_room Zoe',
      'left_waiting_room Zoe',
    ]);
  });

  it('is told of by the moves alone where Zoom is like that', () => {
    const {simulator} = under;
    simulator.changeAccount({moves: 'named'});
    simulator.join(meeting.number, {name: 'Zoe'});
    simulator.admit(meeting.number, 'Zoe');
    simulator.putBack(meeting.number, 'Zoe');
    expect([names(meeting.participants), names(meeting.waiting)]).toEqual([['Ana'], ['Zoe']]);
    expect(since('joined_waiting_room Zoe')).toEqual([
      'joined_waiting_room Zoe',
      'admitted Zoe',
      'joined Zoe',
      'put_in_waiting_room Zoe',
    ]);
  });

  it('lets in nobody who is in, and the host never waits', () => {
    const {simulator} = under;
    expect(() => simulator.admit(meeting.number, 'Ana')).toThrow('is not in the waiting room');
    expect(() => simulator.putBack(meeting.number, 'Ana')).toThrow('cannot be put into the waiting room');
    expect(() => simulator.leave(meeting.number, 'Nobody')).toThrow('Nobody is not in meeting');
  });
});

describe('A breakout room', () => {
  beforeEach(() => {
    under.simulator.startMeeting(meeting.number);
    under.simulator.join(meeting.number, {name: 'Zoe'});
  });
  const breakout = (): string[] => {
    const {simulator} = under;
    for (const room of ['Room 1', 'Room 2', undefined]) simulator.moveTo(meeting.number, 'Zoe', room);
    return inShort(simulator).slice(3);
  };

  it('is left for and returned from, with another number in each', () => {
    expect(breakout()).toEqual([
      'left Zoe',
      'joined_breakout_room Zoe',
      'joined Zoe',
      'left_breakout_room Zoe',
      'left Zoe',
      'joined_breakout_room Zoe',
      'joined Zoe',
      'left_breakout_room Zoe',
      'left Zoe',
      'joined Zoe',
    ]);
    const [, , inMeeting, , inRoom, , leftRoom, , inOther] = told(under.simulator);
    expect(inRoom?.participant).toMatchObject({
      parent_user_id: inMeeting?.participant?.['user_id'],
      participant_uuid: inMeeting?.participant?.['participant_uuid'],
    });
    expect(inRoom?.participant?.['user_id']).not.toBe(inMeeting?.participant?.['user_id']);
    expect(leftRoom?.object['breakout_room_uuid']).toBe(inRoom?.object['breakout_room_uuid']);
    expect(inOther?.object['breakout_room_uuid']).not.toBe(inRoom?.object['breakout_room_uuid']);
    expect(names(meeting.participants)).toEqual(['Ana', 'Zoe']);
    expect(meeting.participants[1]).toMatchObject({where: 'meeting', parentUserId: undefined});
  });

  it('is told of by its own events alone where Zoom is like that, and nobody has left meanwhile', () => {
    under.simulator.changeAccount({moves: 'named'});
    const before = meeting.participants[1]?.userId;
    expect(breakout()).toEqual([
      'joined_breakout_room Zoe',
      'left_breakout_room Zoe',
      'joined_breakout_room Zoe',
      'left_breakout_room Zoe',
    ]);
    expect(meeting.participants[1]?.userId).toBe(before);
  });

  it('is left with the meeting, and never entered by somebody who waits', () => {
    const {simulator} = under;
    simulator.moveTo(meeting.number, 'Zoe', 'Room 1');
    simulator.leave(meeting.number, 'Zoe');
    expect(inShort(simulator).slice(-2)).toEqual(['left_breakout_room Zoe', 'left Zoe']);
    simulator.changeMeeting(meeting.number, {waitingRoom: true});
    simulator.join(meeting.number, {name: 'Zoe'});
    expect(() => simulator.moveTo(meeting.number, 'Zoe', 'Room 1')).toThrow('can go to no breakout room');
  });
});

describe('The end of a meeting', () => {
  it('comes with the last one who leaves, also without the host', () => {
    const {simulator} = under;
    simulator.startMeeting(meeting.number);
    simulator.join(meeting.number, {name: 'Zoe'});
    simulator.leave(meeting.number, 'Ana');
    expect(meeting.status).toBe('started');
    simulator.startMeeting(meeting.number);
    simulator.leave(meeting.number, 'Ana');
    simulator.leave(meeting.number, 'Zoe');
    expect(meeting.exists).toBe(false);
    expect(inShort(simulator).slice(3)).toEqual([
      'left Ana',
      'role_changed Zoe',
      'joined Ana',
      'left Ana',
      'role_changed Zoe',
      'left Zoe',
      'ended',
    ]);
  });

  it('is the end for all who are in and who wait', () => {
    const {simulator} = under;
    simulator.startMeeting(meeting.number);
    simulator.changeMeeting(meeting.number, {waitingRoom: true});
    simulator.join(meeting.number, {name: 'Zoe'});
    simulator.endMeeting(meeting.number);
    expect(inShort(simulator).slice(-3)).toEqual(['ended', 'left_waiting_room Zoe', 'left Ana']);
    expect(told(simulator).at(-1)?.participant?.['leave_reason']).toContain('<br>Reason: Host ended');
    expect([meeting.participants, meeting.waiting, meeting.stays]).toEqual([[], [], []]);
  });
});
