import {join} from 'node:path';
import {buildEchoPlugin} from '../../test/support/build-echo-plugin.js';
import {chosenSdk} from '../../test/support/go-host.js';
import {buildGoHost} from '../../test/support/go-host-build.js';
import {ANA, CHANNEL} from '../../test/support/world.js';
import {startTimedHost, type TimedHost} from '../plugin/timed-host.js';
import {median} from '../report/percentile.js';
import type {Workshop} from '../workshop.js';
import {interleaved} from './interleaved.js';

const WARM_UP = 5000;
const ROUNDS = 31;
const BATCH = 1000;

export interface EchoTimes {
  /** Of the TypeScript plugin, microseconds. */
  readonly p50: number;
  /** Median over the rounds; absent without Go. */
  readonly ratioToGo: number | undefined;
}

/** Round trips of ExecuteCommand: a plugin in TypeScript and its twin in Go, each on its own copy of one host. */
export async function timeEchoes(workshop: Workshop): Promise<EchoTimes> {
  const ours = await startEcho(await buildEchoPlugin(join(workshop.scratch, 'echo')), workshop.hasGo);
  try {
    if (!workshop.hasGo) return {p50: await batch(ours), ratioToGo: undefined};
    const theirs = await startEcho((await buildGoHost(chosenSdk())).echoPluginDir, true);
    try {
      const rounds = await interleaved(
        ROUNDS,
        () => batch(ours),
        () => batch(theirs),
      );
      return {
        p50: median(rounds.map((round) => round.ours)),
        ratioToGo: median(rounds.map((round) => round.ours / round.theirs)),
      };
    } finally {
      await theirs.host.close();
    }
  } finally {
    await ours.host.close();
  }
}

const args = {userId: ANA, channelId: CHANNEL, command: '/echo the quick brown fox'};

async function startEcho(pluginDir: string, hasGo: boolean): Promise<TimedHost> {
  const timed = await startTimedHost(pluginDir, hasGo);
  await timed.host.activate();
  await timed.timeCommands(args, WARM_UP);
  return timed;
}

const batch = async (timed: TimedHost): Promise<number> => median(await timed.timeCommands(args, BATCH));
