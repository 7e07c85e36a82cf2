import {transformSync} from 'esbuild';

export default {
  process: (source, path) =>
    transformSync(source, {
      // A style sheet is a text, as in the build of the web app.
      loader: path.endsWith('.css') ? 'text' : 'ts',
      format: 'esm',
      target: 'node20.12',
      // Beside the code, which each suite reads anew.
      sourcemap: 'external',
      sourcefile: path,
    }),
};
