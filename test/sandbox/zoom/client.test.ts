import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {connectToSimulator} from './connect-to-simulator.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

let under: SimulatorUnderTest;
beforeEach(async () => {
  under = await startSimulatorUnderTest();
});
afterEach(() => under.simulator.close());

const {signal} = new AbortController();
const connect = (mode: string) => connectToSimulator(under, mode).zoom;

describe.each(['server_to_server', 'jwt'] as const)('The plugin, connected by %s,', (mode) => {
  it('follows a meeting from the user to its end', async () => {
    const {simulator, clock} = under;
    const ana = simulator.addUser({email: 'ana+zoom@example.org'});
    const zoom = connect(mode);
    const user = await zoom
      .as({kind: 'person', userId: 'ana', email: 'ana+zoom@example.org'}, signal)
      .findUser();
    expect(user).toEqual({
      id: ana.id,
      email: ana.email,
      status: 'active',
      type: 2,
      accountId: simulator.account.id,
      pmi: String(ana.pmi),
    });
    const host = zoom.as({kind: 'host', userId: 'ana', zoomUserId: ana.id}, signal);
    const meeting = await host.createMeeting({topic: 'Weekly'});
    const startedAt = clock.now();
    expect(await host.meeting(meeting.number)).toMatchObject({uuid: meeting.uuid, status: 'waiting'});
    expect((await host.startLink(meeting.number))?.link.reveal()).toContain('zak=');
    simulator.startMeeting(meeting.number);
    expect(await host.meeting(meeting.number)).toMatchObject({status: 'started'});
    clock.advance(90_000);
    simulator.endMeeting(meeting.number);
    expect(await host.meeting(meeting.number)).toBeUndefined();
    expect(await host.startLink(meeting.number)).toBeUndefined();
    expect(await host.pastMeeting(meeting.uuid ?? '')).toEqual({
      uuid: meeting.uuid,
      hostId: ana.id,
      startedAt,
      endedAt: startedAt + 90_000,
    });
  });

  it.each(['abc==', '/abc==', 'a//b==', '//', 'a/b+c=='])('finds the past occurrence %s', async (uuid) => {
    const meeting = under.simulator.addMeeting({hostId: 'somebody'});
    meeting.uuid = uuid;
    under.simulator.startMeeting(meeting.number);
    under.simulator.endMeeting(meeting.number);
    expect(await connect(mode).as({kind: 'server'}, signal).pastMeeting(uuid)).toMatchObject({uuid});
  });
});

it('A token that dies between two calls is renewed without anybody noticing', async () => {
  const ana = under.simulator.addUser({email: 'ana@example.org'});
  const zoom = connect('server_to_server');
  await zoom.as({kind: 'person', userId: 'ana', email: ana.email}, signal).findUser();
  under.simulator.revokeTokens();
  const host = zoom.as({kind: 'host', userId: 'ana', zoomUserId: ana.id}, signal);
  expect(await host.createMeeting({topic: 'Weekly'})).toMatchObject({hostId: ana.id});
  expect(under.simulator.meetings).toHaveLength(1);
});
