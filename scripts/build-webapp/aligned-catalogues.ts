import {readFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import type {Plugin} from 'esbuild';

type Catalogue = Readonly<Record<string, string>>;
const read = async (path: string): Promise<Catalogue> =>
  JSON.parse(await readFile(path, 'utf8')) as Catalogue;

/**
 * Puts the keys of the texts into the script once: a language is a list in the order of the English keys, and keyed
 * when it runs.
 */
export const alignedCatalogues: Plugin = {
  name: 'aligned-catalogues',
  setup(build) {
    build.onLoad({filter: /[\\/]messages[\\/]\w+\.json$/}, async ({path}) => {
      if (basename(path) === 'en.json') return undefined;
      const folder = dirname(path);
      const [english, texts] = await Promise.all([read(join(folder, 'en.json')), read(path)]);
      const list = JSON.stringify(Object.keys(english).map((key) => texts[key]));
      const contents = `import english from './en.json' with {type: 'json'};
        const texts = ${list};
        export default Object.fromEntries(Object.keys(english).map((key, index) => [key, texts[index]]));`;
      return {contents, resolveDir: folder};
    });
  },
};
