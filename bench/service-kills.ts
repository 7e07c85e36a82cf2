import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {buildService} from '../scripts/build-service.js';
import {projectRoot} from '../scripts/project-root.js';
import {startPostgres} from '../test/support/postgres.js';
import {startServiceHost} from '../test/support/service-host.js';
import {createTcpGate} from '../test/support/tcp-gate.js';
import type {Benchmark} from './benchmark.js';
import {countHarm, type Outcome} from './kills/count-harm.js';
import {runKills} from './kills/run-kills.js';
import {
  canFillDisk,
  cutOfConnections,
  fullDisk,
  restartOfMattermost,
  stopOfDatabase,
} from './kills/troubles.js';
import {createSequence} from './load/create-sequence.js';

const KILLS_ON_SQLITE = 80;
const KILLS_ON_POSTGRES = 120;

/**
 * Two hundred kills of the service: one process on SQLite, whose disk fills up now and then, and two processes on one
 * PostgreSQL, whose connections are cut and which is away now and then. Mattermost is restarted under both. What the
 * figures count is said at `Harm`; how it is done, at `runKills`.
 */
export const measureServiceKills: Benchmark = async (workshop) => {
  const {seed} = workshop;
  const note = (sentence: string): void => workshop.note(sentence);
  note(`The seed is ${seed}; \`--seed ${seed}\` chooses the same moments again.`);
  if (!canFillDisk()) note('prlimit is not installed: no disk is full.');
  const sequence = createSequence(seed);
  const chance = (): number => sequence() / 2 ** 32;
  const script = join(projectRoot, `build/bench-${process.pid}/zoom-mattermost.mjs`);
  await buildService(script);
  const postgres = await startPostgres({isDurable: true});
  const gate = await createTcpGate(Number(new URL(postgres.address).port));
  await gate.open();
  const databases: string[] = [];
  const gated = (address: string): string => {
    databases.push(address);
    return Object.assign(new URL(address), {port: String(gate.port)}).href;
  };
  try {
    const onSqlite = await runKills({
      start: startServiceHost({script, newStore: async (folder) => `sqlite:${join(folder, 'store.db')}`}),
      nodes: 1,
      kills: KILLS_ON_SQLITE,
      troubles: (host, fleet) => [
        restartOfMattermost(host, chance),
        ...(canFillDisk() ? [fullDisk(fleet.pids)] : []),
      ],
      chance,
    });
    note(`SQLite: ${JSON.stringify(countHarm(onSqlite))}`);
    const onPostgres = await runKills({
      start: startServiceHost({script, newStore: async () => gated(await postgres.newDatabase())}),
      nodes: 2,
      kills: KILLS_ON_POSTGRES,
      troubles: (host) => [
        restartOfMattermost(host, chance),
        cutOfConnections(
          async () => void (await Promise.all(databases.map((address) => postgres.cutConnections(address)))),
        ),
        stopOfDatabase(gate),
      ],
      chance,
    });
    note(`PostgreSQL: ${JSON.stringify(countHarm(onPostgres))}`);
    return figuresOf([onSqlite, onPostgres]);
  } finally {
    await gate.shut();
    await postgres.stop();
    await rm(join(script, '..'), {recursive: true, force: true});
  }
};

function figuresOf(outcomes: readonly Outcome[]) {
  const harms = outcomes.map(countHarm);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
  return [
    {name: 'kills', value: KILLS_ON_SQLITE + KILLS_ON_POSTGRES},
    {name: 'events_lost', value: sum(harms.map(({eventsLost}) => eventsLost)), target: 0},
    {name: 'posts_doubled', value: sum(harms.map(({postsDoubled}) => postsDoubled)), target: 0},
    {name: 'starts_untold', value: sum(harms.map(({startsUntold}) => startsUntold)), target: 0},
    {name: 'starts', value: sum(outcomes.map(({starts}) => starts.length))},
    {name: 'events_acknowledged', value: sum(outcomes.map(({acknowledged}) => acknowledged.length))},
  ];
}
