import {readFile} from 'node:fs/promises';
import {type Plugin, transform} from 'esbuild';

/**
 * Makes a minified text of each `.css` file. The script itself puts the style on the page, in a rule that outweighs the
 * page's.
 */
export const styleSheets: Plugin = {
  name: 'style-sheets',
  setup(build) {
    build.onLoad({filter: /\.css$/}, async ({path}) => {
      const {target} = build.initialOptions;
      const {code} = await transform(await readFile(path, 'utf8'), {
        loader: 'css',
        minify: true,
        ...(target !== undefined && {target}),
      });
      return {contents: code.trimEnd(), loader: 'text'};
    });
  },
};
