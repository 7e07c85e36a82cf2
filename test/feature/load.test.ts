import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {onEachHost} from '../support/on-each-host.js';
import {waitFor} from '../support/wait-for.js';
import {ANA, cardState, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';

onEachHost('Under load', ({start, pluginDir}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  }, 60_000);
  beforeEach(async () => {
    world = await world.anew();
  });
  afterAll(() => world.close());

  const startMany = async (count: number): Promise<readonly SimulatedMeeting[]> => {
    for (let left = count; left > 0; left -= 1) await world.type('/zoom start', await world.newcomer());
    return world.zoom.meetings.slice();
  };
  const endedPosts = async (): Promise<Set<unknown>> =>
    new Set(
      (await world.host.posts())
        .filter((post) => post.type === 'custom_zoom' && cardState(post) === 'ended')
        .map(({props}) => props['meeting_id']),
    );

  it('W-36 signed events with duplicates and poison among them lose nothing, and poison is isolated', async () => {
    const meetings = await startMany(60);
    const bodies = meetings.flatMap((meeting, index) => [
      meetingEvent('meeting.started', meeting),
      meetingEvent('meeting.ended', meeting),
      meetingEvent('meeting.ended', meeting),
      ...(index % 20 === 0 ? ['{"event":"meeting.ended","payload":5}'] : []),
    ]);
    // On a machine that has much else to do, some wait too long to be shown: Zoom sends them again.
    const deliver = async (body: string): Promise<number> => {
      const {status} = await sendWebhook(world, body);
      return status === 503 ? deliver(body) : status;
    };
    expect(new Set(await Promise.all(bodies.map(deliver)))).toEqual(new Set([204]));
    expect(await endedPosts()).toEqual(new Set(meetings.map(({number}) => number)));
  }, 60_000);

  it('R-06 SIGTERM under load ends the process, and no event that was answered 2xx is lost', async () => {
    const meetings = await startMany(60);
    const pid = (await world.host.pluginPid()) ?? 0;
    const sending = meetings.map(async (meeting) => {
      const answer = await sendWebhook(world, meetingEvent('meeting.ended', meeting)).catch(() => undefined);
      return answer?.status === 204 ? meeting.number : undefined;
    });
    await Promise.race(sending);
    process.kill(pid, 'SIGTERM');
    const acked = (await Promise.all(sending)).filter((number) => number !== undefined);
    await waitFor(world.host, async () => ((await world.host.pluginPid()) === undefined ? true : undefined));
    await world.host.checkHealth();
    const ended = await endedPosts();
    expect(acked.length).toBeGreaterThan(0);
    expect(acked.filter((number) => !ended.has(number))).toEqual([]);
  }, 60_000);

  it('R-08 no input over HTTP ends the process, or fails in it', async () => {
    const pid = await world.host.pluginPid();
    const webhookPath = await world.webhookPath();
    const segment = fc.stringMatching(/^[\w%.~!$&'()*+,;=:@/-]{0,30}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
        fc.oneof(segment, fc.constantFrom('webhook', 'api/v1/actions/start-as-host', 'api/v1/meetings')),
        fc.uint8Array({maxLength: 300}),
        fc.boolean(),
        async (method, path, bytes, isSigned) => {
          const body = Buffer.from(bytes);
          const answer = isSigned
            ? await sendWebhook(world, body)
            : await world.host.http({
                method,
                path: path === 'webhook' ? webhookPath : `/${path}`,
                headers: {'Content-Type': 'application/json'},
                ...(method === 'GET' ? {} : {body}),
                userId: ANA,
              });
          expect([500, 502]).not.toContain(answer.status);
        },
      ),
      {numRuns: 150},
    );
    expect(await world.host.pluginPid()).toBe(pid);
  }, 60_000);
});
