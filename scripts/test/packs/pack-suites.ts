import {readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {projectRoot} from '../../project-root.js';
import {buildPacks} from './build-packs.js';
import {listSuites} from './list-suites.js';
import {planPacks} from './plan-packs.js';

/** In which jest puts its own path of the project, whatever characters that holds. */
const matching = (path: string): string => `--testMatch=<rootDir>/${path}`;

/**
 * Builds packs of the suites that are to run. Jest gives each file a world of its own and loads into it anew all that
 * the file imports; what hundreds of short suites cost is mostly that.
 *
 * @param runs - whether a suite runs, by its path, which begins with `/test/`
 * @param folder - below the project's root, for the packs of this run alone
 * @returns for jest's command line
 */
export async function packSuites(
  runs: (path: string) => boolean,
  folder: string,
): Promise<readonly string[]> {
  const suites = listSuites().filter((path) => runs(`/${path}`));
  const {packs, alone} = planPacks(
    suites.map((path) => ({path, text: readFileSync(join(projectRoot, path), 'utf8')})),
  );
  const built = await buildPacks(packs, folder);
  const unpacked = packs.filter((pack) => !built.includes(pack)).flatMap((pack) => pack.suites);
  // Slow, but it shows what is wrong, which jest tells best; it says so, lest it become the rule.
  if (unpacked.length > 0)
    console.log(`Loaded one by one, as they cannot be bundled:\n${unpacked.join('\n')}`);
  return [`${relative(projectRoot, folder)}/**/*.mjs`, ...alone, ...unpacked].map(matching);
}
