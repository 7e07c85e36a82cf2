import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {
  SimulatedMeeting,
  SimulatedUser,
  SimulatedWebinar,
} from '../../../../sandbox/zoom/state/records.js';
import {listenToNobody, told} from '../told.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from '../simulator-under-test.js';
import {postJoin, sign} from './join-by-sdk.js';

let under: SimulatorUnderTest;
let ana: SimulatedUser;
let meeting: SimulatedMeeting;
beforeEach(async () => {
  under = await startSimulatorUnderTest();
  ana = under.simulator.addUser({email: 'ana@example.org', firstName: 'Ana'});
  meeting = under.simulator.addMeeting({hostId: ana.id, topic: 'Weekly', type: 2});
  under.simulator.startMeeting(meeting.number);
});
afterEach(() => under.simulator.close());

type Changes = Omit<Parameters<typeof sign>[1], 'now' | 'number'>;

const signed = (number: number, changes: Changes = {}): Promise<string> =>
  sign(under.simulator, {now: under.clock.now(), number, ...changes});

/** Zoe joins, with what is given changed. */
const join = async (
  changes: object = {},
  {number, password} = meeting as SimulatedMeeting | SimulatedWebinar,
) =>
  postJoin(under.simulator, {
    signature: await signed(number),
    meetingNumber: String(number),
    userName: 'Zoe',
    passWord: password,
    ...changes,
  });

const seconds = (): number => Math.floor(under.clock.now() / 1000);

describe('Who joins by the Meeting SDK', () => {
  it('is in with a signature, the number and the passcode, signed in to nothing, and leaves again', async () => {
    await listenToNobody(under.simulator);
    const {session} = await join({userEmail: ana.email});
    expect(meeting.participants.at(-1)).toMatchObject({
      name: 'Zoe',
      device: 'browser',
      email: '',
      isHost: false,
    });
    const address = `${under.simulator.url}/sdk/sessions/${session}`;
    const view = await (await fetch(address)).json();
    expect(view).toEqual({state: 'in', topic: 'Weekly', people: ['Ana', 'Zoe']});
    expect((await fetch(`${address}/leave`, {method: 'POST'})).status).toBe(204);
    expect(meeting.participants).toHaveLength(1);
    expect((await fetch(address)).status).toBe(404);
    expect(
      told(under.simulator)
        .map(({event}) => event)
        .slice(-2),
    ).toEqual(['meeting.participant_joined', 'meeting.participant_left']);
  });

  it('may use a signature again while it is good', async () => {
    const signature = await signed(meeting.number);
    await join({signature});
    under.clock.advance(7_000_000);
    expect(await join({signature})).toHaveProperty('session');
    under.clock.advance(300_000);
    expect(await join({signature})).toMatchObject({errorCode: 3705});
  });

  it('waits at the door where the host lets people in, and sees when it is over', async () => {
    under.simulator.changeMeeting(meeting.number, {waitingRoom: true});
    const {session} = await join();
    const look = async (): Promise<unknown> =>
      (await fetch(`${under.simulator.url}/sdk/sessions/${session}`)).json();
    expect(await look()).toMatchObject({state: 'waitingRoom', people: []});
    under.simulator.admit(meeting.number, 'Zoe');
    expect(await look()).toMatchObject({state: 'in'});
    under.simulator.endMeeting(meeting.number);
    expect(await look()).toMatchObject({state: 'over'});
  });

  it('sees that they were put out', async () => {
    const {session} = await join();
    under.simulator.leave(meeting.number, 'Zoe');
    const response = await fetch(`${under.simulator.url}/sdk/sessions/${session}`);
    expect(await response.json()).toMatchObject({state: 'removed'});
  });

  it('attends a webinar with an address, where only who speaks is seen', async () => {
    const webinar = under.simulator.addWebinar({hostId: ana.id, topic: 'Launch'});
    under.simulator.startWebinar(webinar.number);
    under.simulator.attend(webinar.number, {name: 'Somebody else'});
    expect(await join({}, webinar)).toMatchObject({errorCode: 3005});
    const {session} = await join({userEmail: 'zoe@example.net'}, webinar);
    const address = `${under.simulator.url}/sdk/sessions/${session}`;
    expect(await (await fetch(address)).json()).toMatchObject({people: ['Ana', 'Zoe']});
    await fetch(`${address}/leave`, {method: 'POST'});
    expect(webinar.participants).toHaveLength(2);
  });
});

describe('Zoom refuses', () => {
  it.each<[string, number, () => Changes]>([
    ['of another secret', 3712, () => ({secret: 'x'.repeat(32)})],
    ['of another algorithm', 3712, () => ({algorithm: 'HS384'})],
    ['of another app', 3704, () => ({claims: {appKey: under.simulator.account.clientId}})],
    ['for another meeting', 3712, () => ({claims: {mn: '81234567890'}})],
    ['from the future', 3712, () => ({claims: {iat: seconds() + 60}})],
    ['that is over', 3705, () => ({claims: {iat: seconds() - 7_200, exp: seconds() - 1}})],
    ['for less than half an hour', 3712, () => ({claims: {iat: seconds(), exp: seconds() + 1_799}})],
    ['for more than two days', 3712, () => ({claims: {iat: seconds(), exp: seconds() + 172_801}})],
    ['whose session is too short', 3712, () => ({claims: {tokenExp: seconds() + 600}})],
    ['without a session', 3712, () => ({claims: {tokenExp: undefined}})],
    ['of an unknown role', 3708, () => ({claims: {role: 2}})],
    ['of a host, without the host’s own token', 3003, () => ({claims: {role: 1}})],
  ])('a signature %s', async (_what, errorCode, changes) => {
    expect(await join({signature: await signed(meeting.number, changes())})).toMatchObject({errorCode});
    expect(meeting.participants).toHaveLength(1);
  });

  it.each<[string, number, () => object]>([
    ['without the passcode', 3004, () => ({passWord: ''})],
    ['with the encrypted passcode of the link', 3004, () => ({passWord: meeting.encryptedPassword})],
    ['without a name', 4003, () => ({userName: ''})],
    ['with a number in groups', 4003, () => ({meetingNumber: '812 3456 7890'})],
  ])('a join %s', async (_what, errorCode, changes) => {
    expect(await join(changes())).toMatchObject({errorCode, errorMessage: expect.any(String)});
  });

  it('a number that does not exist, and a meeting that does not run', async () => {
    const signature = await signed(81_234_567_890);
    expect(await join({signature, meetingNumber: '81234567890'})).toMatchObject({errorCode: 3001});
    under.simulator.endMeeting(meeting.number);
    expect(await join()).toMatchObject({errorCode: 3008});
  });

  it('a meeting of another account', async () => {
    const ida = under.simulator.addUser({email: 'ida@example.net', accountId: 'elsewhere'});
    const theirs = under.simulator.addMeeting({hostId: ida.id});
    under.simulator.startMeeting(theirs.number);
    expect(await join({}, theirs)).toMatchObject({errorCode: 4012});
  });

  it('who has not registered, and lets in who has', async () => {
    under.simulator.changeMeeting(meeting.number, {settings: {approval_type: 1}});
    expect(await join()).toMatchObject({errorCode: 3099});
    under.simulator.register(meeting.number, {email: 'zoe@example.net', firstName: 'Zoe'});
    const tk = meeting.registrants[0]?.token;
    expect(await join({tk})).toMatchObject({errorCode: 3099});
    under.simulator.decide(meeting.number, 'zoe@example.net', 'approved');
    expect(await join({tk})).toHaveProperty('session');
  });

  it('who is not signed in where one has to be', async () => {
    under.simulator.changeMeeting(meeting.number, {settings: {meeting_authentication: true}});
    expect(await join()).toMatchObject({errorCode: 3100});
  });

  it('whoever comes to a full or a locked meeting, until it has ended', async () => {
    under.simulator.changeMeeting(meeting.number, {capacity: 1});
    expect(await join()).toMatchObject({errorCode: 4005});
    under.simulator.changeMeeting(meeting.number, {capacity: 100, isLocked: true});
    expect(await join()).toMatchObject({errorCode: 4006});
    expect(() => under.simulator.join(meeting.number, {name: 'Zoe'})).toThrow('is locked');
    under.simulator.endMeeting(meeting.number);
    under.simulator.startMeeting(meeting.number);
    expect(await join()).toHaveProperty('session');
  });
});

describe('The simulator', () => {
  it('remembers what the SDK was given, and from which page', async () => {
    await join();
    await join({passWord: 'wrong'});
    expect(under.simulator.sdkJoins).toMatchObject([
      {origin: 'https://join.example.org', request: {userName: 'Zoe', passWord: meeting.password}, code: 0},
      {request: {passWord: 'wrong'}, code: 3004},
    ]);
  });

  it('answers the next join with a code of choice, and no other', async () => {
    under.simulator.faultSdk({kind: 'answer', code: 10_000});
    expect(await join()).toEqual({errorCode: 10_000, errorMessage: 'Fail to join the meeting.'});
    expect(await join()).toHaveProperty('session');
  });
});
