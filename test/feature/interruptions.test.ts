import {afterEach, expect, it} from '@jest/globals';
import {onEachHost} from '../support/on-each-host.js';
import {ANA, cardState, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';
import {waitFor} from '../support/wait-for.js';

/** Every plugin API call of a start; before and after each of them the process is killed. */
const STEPS = [
  {call: 'GetUser'},
  {call: 'KVSetWithOptions', skip: 0},
  {call: 'KVSetWithOptions', skip: 1},
  {call: 'CreatePost'},
  {call: 'KVSetWithOptions', skip: 2},
] as const;
const MOMENTS = STEPS.flatMap((step) => (['before', 'after'] as const).map((moment) => ({...step, moment})));

onEachHost('A start that is interrupted', ({start, pluginDir, capabilities}) => {
  // A service keeps its records itself: only what it asks Mattermost can be told apart from outside.
  const moments = MOMENTS.filter(({call}) => capabilities.sessions || !call.startsWith('KV'));
  const worlds: World[] = [];
  afterEach(() => Promise.all(worlds.splice(0).map((world) => world.close())));

  it('R-01 leaves at most one meeting and one card wherever the process is killed, and the person is told', async () => {
    // One after the other: a server waits only 3 s for a plugin to start.
    for (let index = 0; index < moments.length; index++) {
      worlds.push(await createWorld({start, pluginDir: pluginDir(), subscribe: false}));
    }
    let restarted = Promise.resolve();
    const outcomes = await Promise.all(
      moments.map(async ({call, moment, ...rest}, index) => {
        const world = worlds[index] as World;
        await world.host.fault(call, {kind: 'kill', moment}, {skip: 0, ...rest, times: 1});
        await world.type('/zoom start Weekly planning').catch(() => undefined);
        await waitFor(world.host, async () =>
          (await world.host.pluginPid()) === undefined ? true : undefined,
        );
        await world.host.liftFaults();
        restarted = restarted.then(() => untilRunning(world));
        await restarted;
        const began = await isOpen(world);
        if (began) await waitFor(world.host, async () => ((await isOpen(world)) ? undefined : true));
        const cards = await world.cards();
        const told = (await world.host.posts()).some(({message}) => message.includes('interrupted'));
        return {
          step: `${moment} ${call} ${JSON.stringify(rest)}`,
          meetings: world.zoom.meetings.length,
          cards: cards.length,
          // Nothing had begun, the card is there, or a direct message says what became of it.
          isExplained: !began || cards.length === 1 || told,
        };
      }),
    );
    for (const outcome of outcomes) {
      expect({...outcome, meetings: outcome.meetings <= 1, cards: outcome.cards <= 1}).toEqual({
        step: outcome.step,
        meetings: true,
        cards: true,
        isExplained: true,
      });
    }
    expect(outcomes.filter(({meetings, cards}) => meetings === 1 && cards === 1).length).toBeGreaterThan(
      capabilities.sessions ? 3 : 1,
    );
  }, 180_000);

  it('R-01 does not create a meeting again when Zoom’s answer was lost with the process', async () => {
    const world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    worlds.push(world);
    world.zoom.fault({route: 'create-meeting', fault: {kind: 'hang', afterwards: true}});
    const lost = world.type('/zoom start').catch(() => undefined);
    await world.zoom.waitForRequest(({route}) => route === 'create-meeting');
    await world.host.killPlugin();
    await lost;
    await untilRunning(world);
    const message = await waitFor(world.host, async () =>
      (await world.host.posts()).find((post) => post.message.includes('we do not know whether Zoom created')),
    );
    expect(message.channel_id).not.toBe('');
    expect([world.zoom.meetings.length, (await world.cards()).length]).toEqual([1, 0]);
    expect((await world.type('/zoom start', {userId: ANA})).text).toContain('Your meeting is in the channel');
  }, 60_000);

  /** Killed at this moment of Ana's start, and started again. */
  const interrupted = async (call: string, moment: 'before' | 'after'): Promise<World> => {
    const world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    worlds.push(world);
    await world.host.fault(call, {kind: 'kill', moment}, {times: 1});
    await world.type('/zoom start Weekly planning').catch(() => undefined);
    await waitFor(world.host, async () => ((await world.host.pluginPid()) === undefined ? true : undefined));
    await world.host.liftFaults();
    await untilRunning(world);
    return world;
  };

  it('is finished before the person, who starts again at once, is answered', async () => {
    const world = await interrupted('CreatePost', 'before');
    const {text} = await world.type('/zoom start Weekly planning');
    expect(text).toMatch(/opened “Weekly planning” here (just now|.* ago)\./);
    expect((await world.cards()).map(({props}) => props['meeting_topic'])).toEqual(['Weekly planning']);
    expect(world.zoom.meetings).toHaveLength(1);
  }, 60_000);

  it('just after its card appeared is no reason to miss what Zoom tells at once: the card ends with its times', async () => {
    const world = await interrupted('CreatePost', 'after');
    const [meeting] = world.zoom.meetings;
    if (meeting === undefined) throw new Error('Nothing was created');
    for (const event of ['meeting.started', 'meeting.ended'] as const) {
      const body = meetingEvent(event, meeting);
      // As Zoom does when it is not answered with 2xx.
      await waitFor(world.host, async () =>
        (await sendWebhook(world, body)).status === 204 ? true : undefined,
      );
    }
    const card = await world.card();
    expect(cardState(card)).toBe('ended');
    expect(card.message).toContain('has ended after');
  }, 60_000);
});

/** A busy machine may take longer to start a plugin than a server waits; the next health check starts it again. */
async function untilRunning({host}: World): Promise<void> {
  while (!(await host.checkHealth()).running);
}

/** Whether an intent is still on record that has no card. */
async function isOpen(world: World): Promise<boolean> {
  const rows = await world.host.kv();
  const intents = [...rows]
    .filter(([key]) => key.startsWith('intents_'))
    .flatMap(([, row]) => JSON.parse(row.toString()) as {id: string; channelId: string}[])
    // What is over leaves a trace, which lies in no channel.
    .filter(({channelId}) => channelId !== '');
  const carded = [...rows]
    .filter(([key]) => key.startsWith('meeting_'))
    .map(([, row]) => row.toString())
    .join();
  return intents.some(({id}) => !carded.includes(id));
}
