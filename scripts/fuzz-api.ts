import {randomInt} from 'node:crypto';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {ROUTES_PATH} from '../contract/routes.js';
import type {Operation} from '../server/core/ports/zoom/operation.js';
import {operations} from '../server/core/ports/zoom/operations.js';
import {API_CALLS} from '../server/inbound/api/api-calls.js';
import {openApiOf} from '../server/inbound/api/open-api.js';
import {buildPlugin} from './build-plugin.js';
import {describeFuzz, type Found} from './fuzz/describe-fuzz.js';
import {nameKnown} from './fuzz/name-known.js';
import {openPlayground, type Role} from './fuzz/open-playground.js';
import {readEvents} from './fuzz/read-events.js';
import {type Limits, runSchemathesis} from './fuzz/run-schemathesis.js';
import {watchEffects} from './fuzz/watch-effects.js';
import {projectRoot} from './project-root.js';
import {readOptions} from './read-options.js';

/** Asks the running plugin for everything that its description names, as guest, member and system administrator. */
const FOLDER = join(projectRoot, 'build/fuzz');
const ROLES: readonly Role[] = ['guest', 'member', 'admin'];
/**
 * A guest is turned away whatever they ask. What lies beyond a limit is refused before it matters who asks, so one
 * role tries every case of that; the others still come across some.
 */
const LIMITS: Readonly<Record<Role, Limits>> = {guest: 'none', member: 'allowed', admin: 'beyond'};

const given = readOptions({
  /** The same again. */
  seed: {type: 'string'},
  /** For each operation. */
  examples: {type: 'string', default: '10'},
  /** Where Schemathesis is. */
  schemathesis: {type: 'string', default: join(FOLDER, 'venv/bin/schemathesis')},
});

const document = openApiOf(API_CALLS, ROUTES_PATH);
/** Zoom allows few of these calls, and we half of them, so each waits for its turn. */
const costly = Object.entries<Operation>(operations)
  .filter(([, {rate}]) => rate === 'heavy' || rate === 'resource-intensive')
  .map(([name]) => name);

async function fuzzAs(role: Role, plugin: string, seed: number): Promise<Found> {
  const playground = await openPlayground(plugin, role);
  try {
    const effectsOf = watchEffects(playground);
    const {events, output, status} = await runSchemathesis({
      schemathesis: given.schemathesis,
      document: nameKnown(document, playground.known, {
        deleteUser: {userId: playground.spare},
        // Of threads none is there.
        startMeetingHere: {root_id: ['']},
        importMeeting: {root_id: ['']},
      }),
      address: `${playground.address}${ROUTES_PATH}`,
      authorization: playground.authorization,
      seed,
      examples: Number(given.examples),
      limits: LIMITS[role],
      costly,
      folder: join(FOLDER, role),
    });
    const tally = readEvents(events);
    const isUnexplained = status !== 0 && tally.faults.length === 0;
    return {role, tally, effects: effectsOf(), trouble: isUnexplained ? output : undefined};
  } finally {
    await playground.close();
  }
}

if (existsSync(given.schemathesis)) {
  const seed = given.seed === undefined ? randomInt(2 ** 31) : Number(given.seed);
  console.log(`The same again: npm run fuzz -- --seed ${seed} --examples ${given.examples}`);
  const {folder} = await buildPlugin({outDir: FOLDER});
  const found = await Promise.all(ROLES.map((role) => fuzzAs(role, folder, seed)));
  const {text, isWell} = describeFuzz(found);
  console.log(text);
  process.exitCode = isWell ? 0 : 1;
} else {
  console.error(
    `Schemathesis is not at ${given.schemathesis}. It is installed with: python3 -m venv build/fuzz/venv && build/fuzz/venv/bin/pip install -r scripts/fuzz/requirements.txt`,
  );
  process.exitCode = 2;
}
