import {setTimeout} from 'node:timers/promises';
import type {ServiceHost, StartServiceHost} from '../../test/support/service-host.js';
import {createWorld, type World} from '../../test/support/world.js';
import {type Place, seedPlaces} from '../load/seed-places.js';
import {countHarm, type Outcome, type StartSeen} from './count-harm.js';
import {type Fleet, startFleet} from './kill-nodes.js';
import type {Trouble} from './troubles.js';
import {createWebhookPump, type WebhookPump} from './webhook-pump.js';

/** Each by somebody else: so that a message to them is about their start. */
const STARTS_PER_KILL = 4;
const STARTS_WITHIN_MS = 1_000;
/** Long enough that some starts and events are done by then, others have begun, and others have not. */
const KILL_WITHIN_MS = 2_500;
const TROUBLE_MS = 1_000;
/** Of four kills, one comes in a trouble. */
const TROUBLE_SHARE = 0.25;
/** What is owed to people comes by itself, within the time that a start has and that a job waits. */
const REST_MS = 120_000;
const LOOK_EVERY_MS = 500;

interface KillRun {
  start: StartServiceHost;
  nodes: number;
  /** At most 124: nobody starts two meetings. */
  kills: number;
  /** What may befall the surroundings of this service. */
  troubles: (host: ServiceHost, fleet: Fleet) => readonly Trouble[];
  /** 0 to below 1, from the seed. */
  chance: () => number;
}

/**
 * Kills processes of a service at random moments, while people start meetings and Zoom tells of them.
 *
 * Each round starts four meetings, spread over a moment, and kills one process at a random moment; a quarter of the
 * kills come while Mattermost, the database or the disk is in trouble, too. The process is started again as systemd
 * would do it. Events of all meetings so far are sent beside it, each until it is acknowledged. At the end the run
 * waits until everything that is owed has come, for two minutes at most.
 */
export async function runKills({start, nodes, kills, troubles, chance}: KillRun): Promise<Outcome> {
  const opened: {host?: ServiceHost} = {};
  const world = await createWorld({
    pluginDir: '',
    subscribe: false,
    start: async (options) => (opened.host = await start(options)),
  });
  const {host} = opened;
  if (host === undefined) throw new Error('There is no host');
  // The simulator is as strict as Zoom, which does not let anybody start meetings at this pace.
  Object.assign(world.zoom.limits, {light: Infinity, medium: Infinity, createsPerDay: Infinity});
  const places = await seedPlaces(world, (kills + 1) * STARTS_PER_KILL, 'kill');
  const fleet = await startFleet(host, nodes);
  try {
    const possible = troubles(host, fleet);
    const pump = await createWebhookPump(world, fleet.urls);
    const starts: StartSeen[] = [];
    for (let kill = 0; kill <= kills; kill += 1) {
      const own = places.slice(kill * STARTS_PER_KILL, (kill + 1) * STARTS_PER_KILL);
      const starting = own.map((place, index) =>
        startMeeting({
          world,
          pump,
          place,
          topic: `Kill ${kill} ${index}`,
          afterMs: chance() * STARTS_WITHIN_MS,
        }),
      );
      // The last round shows that all is well after all that.
      if (kill < kills) await killOne(fleet, possible, chance);
      starts.push(...(await Promise.all(starting)));
    }
    await pump.idle();
    return await atRest(() => seen({world, host, starts, pump}));
  } finally {
    await fleet.close();
    await world.close();
  }
}

async function killOne(fleet: Fleet, possible: readonly Trouble[], chance: () => number): Promise<void> {
  const trouble = chance() < TROUBLE_SHARE ? possible[Math.floor(chance() * possible.length)] : undefined;
  const [beforeMs, troubledMs] = [chance() * KILL_WITHIN_MS, chance() * TROUBLE_MS];
  const victim = Math.floor(chance() * fleet.count);
  await setTimeout(beforeMs);
  const end = await trouble?.();
  const over = setTimeout(troubledMs).then(() => end?.());
  // A new process may wait for the end of the trouble.
  await fleet.killAndStart(victim);
  await over;
}

interface Starting {
  world: World;
  pump: WebhookPump;
  place: Place;
  topic: string;
  afterMs: number;
}

async function startMeeting({world, pump, place, topic, afterMs}: Starting): Promise<StartSeen> {
  await setTimeout(afterMs);
  const answer = await world.type(`/zoom start ${topic}`, place).then(
    ({text}): StartSeen['answer'] => (text === '' ? 'silent' : 'told'),
    (): StartSeen['answer'] => 'failed',
  );
  const meeting = world.zoom.meetings.find((each) => each.topic === topic);
  if (meeting !== undefined) pump.tell(meeting);
  return {...place, topic, answer};
}

interface Seeing {
  world: World;
  host: ServiceHost;
  starts: readonly StartSeen[];
  pump: WebhookPump;
}

async function seen({world, host, starts, pump}: Seeing): Promise<Outcome> {
  const posts = await host.posts();
  const directs = new Map(
    [...host.mattermost.state.channels.values()].flatMap(({id, type, name}) =>
      type === 'D' ? [[id, name]] : [],
    ),
  );
  const told = posts.flatMap(({channel_id}) => directs.get(channel_id)?.split('__') ?? []);
  return {
    starts,
    acknowledged: pump.acknowledged,
    created: world.zoom.meetings.map(({topic}) => topic),
    posts,
    spokenTo: [...told, ...(await host.ephemeralPosts()).map(({userId}) => userId)],
  };
}

/** What is seen once there is no harm, or when what is owed has had its time. */
async function atRest(look: () => Promise<Outcome>): Promise<Outcome> {
  const deadline = performance.now() + REST_MS;
  for (;;) {
    const outcome = await look();
    const {eventsLost, startsUntold} = countHarm(outcome);
    if (eventsLost + startsUntold === 0 || performance.now() > deadline) return outcome;
    await setTimeout(LOOK_EVERY_MS);
  }
}
