import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {buildService} from '../../scripts/build-service.js';
import {projectRoot} from '../../scripts/project-root.js';
import {startPostgres} from '../../test/support/postgres.js';
import {startServiceHost} from '../../test/support/service-host.js';
import {assertStarted} from '../load/assert-started.js';
import {inParallel} from '../load/in-parallel.js';
import {type Nodes, openNodes} from '../load/open-nodes.js';
import {type Place, seedPlaces} from '../load/seed-places.js';
import {connectedBy, giveConsents} from './consent-mode.js';

const PEOPLE = 100;
/** Of them, at a time: a start that waits for seconds behind others would be given up. */
const PARALLEL = 16;

/**
 * The tokens of a hundred people have ended, and each of them starts a meeting on each of two nodes at the same time.
 * @returns how often Zoom was asked for new tokens
 */
export async function countRefreshesOfStorm(): Promise<number> {
  const script = join(projectRoot, `build/bench-storm-${process.pid}/zoom-mattermost.mjs`);
  await buildService(script);
  const postgres = await startPostgres();
  try {
    const start = startServiceHost({script, newStore: async () => postgres.newDatabase()});
    const nodes = await openNodes(start, 2, connectedBy('user'));
    return await storm(nodes).finally(() => nodes.close());
  } finally {
    await postgres.stop();
    await rm(join(script, '..'), {recursive: true, force: true});
  }
}

async function storm(nodes: Nodes): Promise<number> {
  const places = await seedPlaces(nodes, PEOPLE);
  const places2 = await seedPlaces(nodes, PEOPLE, 'other');
  await giveConsents(nodes, 'user', places, 'ended');
  const [first = '', second = ''] = nodes.urls;
  const pairs = places.map((place, index) => [place, places2[index] ?? place] as const);
  await inParallel(pairs, PARALLEL, ([here, there]) =>
    Promise.all([startOn(nodes, first, here), startOn(nodes, second, there)]),
  );
  await assertStarted(nodes.host, [...places, ...places2]);
  return nodes.zoom.requests.filter(({grant}) => grant === 'refresh_token').length;
}

/** What Mattermost sends for a typed command, to the node of our choice. */
async function startOn({host}: Nodes, node: string, {userId, channelId}: Place): Promise<void> {
  const [command] = await host.commands();
  const answer = await fetch(`${node}/plugins/zoom/command`, {
    method: 'POST',
    body: new URLSearchParams({
      token: command?.token ?? '',
      team_id: command?.team_id ?? '',
      channel_id: channelId,
      user_id: userId,
      command: '/zoom',
      text: 'start',
      response_url: '',
    }),
  });
  if (answer.status !== 200) throw new Error(`A node answered a command with ${answer.status}`);
}
