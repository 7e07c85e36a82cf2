import {setTimeout} from 'node:timers/promises';
import type {StartPluginHost} from '../../test/support/plugin-host.js';
import {createWorld, type World} from '../../test/support/world.js';
import {type Place, seedPlaces} from '../load/seed-places.js';
import {type Acknowledged, countHarm, type Outcome, type StartSeen} from './count-harm.js';
import {openRound, type Round} from './open-round.js';
import {EVENTS_BEFORE_END, tellMeeting} from './tell-meeting.js';

const TYPED_WITHIN_MS = 400;
/** Of each meeting, before it may end: its start is answered, and events are acknowledged. */
const STEPS = 1 + EVENTS_BEFORE_END;
/** What is owed to people comes by itself, within the time that a start has and that a job waits. */
const REST_MS = 180_000;
const LOOK_EVERY_MS = 500;

interface InterruptMeetings {
  start: StartPluginHost;
  pluginDir: string;
  meetings: number;
  perKill: number;
  /** 0 to below 1, from the seed. */
  chance: () => number;
}

/**
 * Interrupts meetings, many with each kill of the plugin's process: all of them were asked for before it, and none of
 * them has ended. People start them, Zoom tells of each from its beginning to its end, and the process dies when a part
 * of that is done that chance has chosen. Whoever administers the server switches the plugin on again.
 */
export async function interruptMeetings(options: InterruptMeetings): Promise<Outcome> {
  const {start, pluginDir, meetings, perKill, chance} = options;
  const world = await createWorld({pluginDir, subscribe: false, start});
  // The simulator is as strict as Zoom, which does not let anybody start meetings at this pace.
  Object.assign(world.zoom.limits, {light: Infinity, medium: Infinity, createsPerDay: Infinity});
  try {
    const places = await seedPlaces(world, meetings, 'kill');
    const living = {world, path: await world.webhookPath(), chance, seen: {starts: [], acknowledged: []}};
    const stories: Promise<void>[] = [];
    for (let at = 0; at < meetings; at += perKill) {
      const theirs = places.slice(at, at + perKill);
      const round = openRound(Math.floor(chance() * theirs.length * STEPS));
      stories.push(...theirs.map((place, nth) => liveThrough(living, round, place, `Kill ${at + nth}`)));
      await Promise.all([setTimeout(TYPED_WITHIN_MS), round.ripe]);
      await killAndStart(world);
      round.kill();
    }
    await Promise.all(stories);
    return await atRest(() => look(living));
  } finally {
    await world.close();
  }
}

async function killAndStart({host}: World): Promise<void> {
  await host.killPlugin();
  await host.deactivate();
  const starts = (): Promise<boolean> =>
    host.activate().then(
      () => true,
      () => false,
    );
  // On a machine with much else to do, it may take longer than a server waits.
  while (!(await starts()));
}

interface Living {
  world: World;
  path: string;
  chance: () => number;
  seen: {starts: StartSeen[]; acknowledged: Acknowledged[]};
}

async function liveThrough(living: Living, round: Round, place: Place, topic: string): Promise<void> {
  const {world, chance, seen} = living;
  await setTimeout(chance() * TYPED_WITHIN_MS);
  const answer = await world.type(`/zoom start ${topic}`, place).then(
    ({text}): StartSeen['answer'] => (text === '' ? 'silent' : 'told'),
    (): StartSeen['answer'] => 'failed',
  );
  seen.starts.push({...place, topic, answer});
  const meeting = world.zoom.meetings.find((each) => each.topic === topic);
  round.done(meeting === undefined ? STEPS : 1);
  if (meeting === undefined) return;
  const acknowledged = (event: Acknowledged): void => {
    seen.acknowledged.push(event);
    round.done(1);
  };
  await tellMeeting({...living, meeting, topic, mayEnd: round.killed, acknowledged});
}

async function look({world: {host, zoom}, seen: {starts, acknowledged}}: Living): Promise<Outcome> {
  const posts = await host.posts();
  const known = new Set(starts.map(({channelId}) => channelId));
  const directs = posts.filter(({channel_id}) => !known.has(channel_id));
  const told = starts.filter(({topic}) => directs.some(({message}) => message.includes(topic)));
  return {
    starts,
    acknowledged,
    created: zoom.meetings.map(({topic}) => topic),
    posts,
    spokenTo: [...told, ...(await host.ephemeralPosts())].map(({userId}) => userId),
  };
}

/** What is seen once there is no harm, or when what is owed has had its time. */
async function atRest(lookNow: () => Promise<Outcome>): Promise<Outcome> {
  const deadline = performance.now() + REST_MS;
  for (;;) {
    const outcome = await lookNow();
    const {eventsLost, startsUntold} = countHarm(outcome);
    if (eventsLost + startsUntold === 0 || performance.now() > deadline) return outcome;
    await setTimeout(LOOK_EVERY_MS);
  }
}
