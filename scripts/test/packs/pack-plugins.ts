import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Plugin} from 'esbuild';
import {projectRoot} from '../../project-root.js';
import type {Pack} from './plan-packs.js';

const DEFINE_SUITE = join(projectRoot, 'scripts/test/packs/define-suite.js');

/** A pack's source: each suite is a module of its own, which runs when it is its turn. */
const sourceOf = ({suites}: Pack): string =>
  [
    `import {defineSuite} from ${JSON.stringify(DEFINE_SUITE)};`,
    ...suites.map((path) => {
      const file = JSON.stringify(join(projectRoot, path));
      return `defineSuite(${JSON.stringify(path)}, () => require(${file}));`;
    }),
  ].join('\n');

/** Lets packs be entries of esbuild, by their names, without a file. */
export const packEntries = (packs: readonly Pack[]): Plugin => ({
  name: 'packs',
  setup(build) {
    const byName = new Map(packs.map((pack) => [`pack:${pack.name}`, pack]));
    build.onResolve({filter: /^pack:/}, ({path}) => ({path, namespace: 'pack'}));
    build.onLoad({filter: /^/, namespace: 'pack'}, ({path}) => {
      const pack = byName.get(path);
      return pack && {contents: sourceOf(pack), loader: 'ts', resolveDir: projectRoot};
    });
  },
});

/** What `import.meta` becomes, where `ownImportMeta` says what it is. */
export const IMPORT_META = '__metaOfThisFile';

/** Lets each file know its own place, not the pack's. */
export const ownImportMeta: Plugin = {
  name: 'own-import-meta',
  setup(build) {
    build.onLoad({filter: /\.ts$/}, async ({path}) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('import.meta')) return undefined;
      const meta = {url: pathToFileURL(path).href, filename: path, dirname: dirname(path)};
      // On the first line, so that all others keep their numbers.
      return {contents: `const ${IMPORT_META} = ${JSON.stringify(meta)}; ${text}`, loader: 'ts'};
    });
  },
};
