import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {SecretText} from '../../../server/core/domain/secret-text.js';
import type {ZoomConnection} from '../../../server/core/domain/zoom-connection.js';
import type {Zoom} from '../../../server/core/ports/zoom.js';
import {createZoom} from '../../../server/outbound/zoom/create-zoom.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

let under: SimulatorUnderTest;
beforeEach(async () => {
  under = await startSimulatorUnderTest();
});
afterEach(() => under.simulator.close());

const {signal} = new AbortController();
const ignore = (): void => undefined;

/** The plugin's own client, set up as the simulated account wants it. */
function connect(mode: ZoomConnection['mode']): Zoom {
  const {simulator, clock} = under;
  const {account, url, apiUrl} = simulator;
  const connections: Record<ZoomConnection['mode'], ZoomConnection> = {
    server_to_server: {
      mode: 'server_to_server',
      accountId: account.id,
      clientId: account.clientId,
      clientSecret: new SecretText(account.clientSecret),
    },
    jwt: {mode: 'jwt', apiKey: account.apiKey, apiSecret: new SecretText(account.apiSecret)},
  };
  return createZoom({
    connection: connections[mode],
    addresses: {webUrl: url, apiUrl, allowInsecure: true},
    clock,
    random: {bytes: (length) => new Uint8Array(length)},
    logger: {debug: ignore, info: ignore, warn: ignore, error: ignore},
  });
}

describe.each(['server_to_server', 'jwt'] as const)('The plugin, connected by %s,', (mode) => {
  it('follows a meeting from the user to its end', async () => {
    const {simulator, clock} = under;
    const ana = simulator.addUser({email: 'ana+zoom@example.org'});
    const zoom = connect(mode);
    const user = await zoom.findUser('ana+zoom@example.org', signal);
    expect(user).toEqual({
      id: ana.id,
      email: ana.email,
      status: 'active',
      type: 2,
      verified: 1,
      accountId: simulator.account.id,
    });
    const meeting = await zoom.createMeeting(ana.id, 'Weekly', signal);
    const startedAt = clock.now();
    expect(await zoom.meeting(meeting.number, signal)).toMatchObject({uuid: meeting.uuid, status: 'waiting'});
    expect((await zoom.startLink(meeting.number, signal))?.reveal()).toContain('zak=');
    simulator.startMeeting(meeting.number);
    expect(await zoom.meeting(meeting.number, signal)).toMatchObject({status: 'started'});
    clock.advance(90_000);
    simulator.endMeeting(meeting.number);
    expect(await zoom.meeting(meeting.number, signal)).toBeUndefined();
    expect(await zoom.startLink(meeting.number, signal)).toBeUndefined();
    expect(await zoom.pastMeeting(meeting.uuid ?? '', signal)).toEqual({
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
    expect(await connect(mode).pastMeeting(uuid, signal)).toMatchObject({uuid});
  });
});

it('A token that dies between two calls is renewed without anybody noticing', async () => {
  const ana = under.simulator.addUser({email: 'ana@example.org'});
  const zoom = connect('server_to_server');
  await zoom.findUser(ana.email, signal);
  under.simulator.revokeTokens();
  expect(await zoom.createMeeting(ana.id, 'Weekly', signal)).toMatchObject({hostId: ana.id});
  expect(under.simulator.meetings).toHaveLength(1);
});
