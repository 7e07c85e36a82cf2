import {startTypeScriptHost} from '../test/support/typescript-host.js';
import type {Benchmark} from './benchmark.js';
import {countHarm, type Harm} from './kills/count-harm.js';
import {interruptMeetings} from './kills/interrupt-meetings.js';
import {createSequence} from './load/create-sequence.js';

const MEETINGS = 10_000;
/** A server for each, so that a run can be gone on with, and one that did harm can be looked at by itself. */
const PER_SERVER = 500;
const PER_KILL = 50;
/** Far enough apart that no server has the moments of another. */
const SEED_STEP = 7_919;

/**
 * Kills the plugin's process in the middle of ten thousand meetings (`--meetings`), fifty at a time. `--seed S --from
 * K` goes on where a run was broken off, or does again what one did from the K-th meeting on.
 */
export const measureKills: Benchmark = async (workshop) => {
  const {seed, meetings = MEETINGS, from = 0} = workshop;
  const pluginDir = await workshop.pluginDir();
  const sum = {kills: 0, eventsLost: 0, postsDoubled: 0, startsUntold: 0, created: 0, acknowledged: 0};
  const first = from - (from % PER_SERVER);
  for (let at = first; at < meetings; at += PER_SERVER) {
    workshop.note(`Meetings from ${at} on; \`kills --seed ${seed} --from ${at}\` begins here.`);
    const sequence = createSequence((seed + at * SEED_STEP) % 2 ** 31 || 1);
    const count = Math.min(PER_SERVER, meetings - at);
    const outcome = await interruptMeetings({
      start: startTypeScriptHost,
      pluginDir,
      meetings: count,
      perKill: PER_KILL,
      chance: () => sequence() / 2 ** 32,
    });
    const harm: Harm = countHarm(outcome);
    if (Object.values(harm).some((number) => number > 0)) workshop.note(`Harm: ${JSON.stringify(harm)}`);
    sum.kills += count;
    sum.eventsLost += harm.eventsLost;
    sum.postsDoubled += harm.postsDoubled;
    sum.startsUntold += harm.startsUntold;
    sum.created += outcome.created.length;
    sum.acknowledged += outcome.acknowledged.length;
  }
  return [
    {name: 'kills', value: sum.kills},
    {name: 'events_lost', value: sum.eventsLost, target: 0},
    {name: 'posts_doubled', value: sum.postsDoubled, target: 0},
    {name: 'starts_untold', value: sum.startsUntold, target: 0},
    {name: 'meetings_created', value: sum.created},
    {name: 'events_acknowledged', value: sum.acknowledged},
  ];
};
