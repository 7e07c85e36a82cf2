import {fileURLToPath} from 'node:url';
import {build, type Plugin} from 'esbuild';
import {hostGlobals} from '../../scripts/build-webapp/host-globals.js';

/** The scripts of the chat page. */
export interface PageScripts {
  /** The page itself. */
  page: string;
  /** React and its companions as globals, as Mattermost has them: of 10.11 and 11, and of 12. */
  globals18: string;
  globals19: string;
}

/** The packages `react19` and `react-dom19` under React's usual names. */
const newerReact: Plugin = {
  name: 'react-19',
  setup(bundle) {
    bundle.onResolve({filter: /^react(-dom)?(\/.*)?$/}, ({path, resolveDir, kind}) =>
      bundle.resolve(path.replace(/^react(-dom)?/, 'react$119'), {resolveDir, kind}),
    );
  },
};

const reduxGlobal: Plugin = {
  name: 'redux-global',
  setup(bundle) {
    bundle.onResolve({filter: /^redux$/}, ({path}) => ({path, namespace: 'redux-global'}));
    bundle.onLoad({filter: /.*/, namespace: 'redux-global'}, () => ({
      contents: 'module.exports = window.Redux;',
    }));
  },
};

export async function buildPageScripts(): Promise<PageScripts> {
  const [page, globals18, globals19] = await Promise.all([
    bundled('index.tsx', [hostGlobals, reduxGlobal]),
    bundled('globals.ts', []),
    bundled('globals.ts', [newerReact]),
  ]);
  return {page, globals18, globals19};
}

async function bundled(entry: string, plugins: Plugin[]): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL(`../page/${entry}`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'transform',
    target: ['chrome120', 'firefox121', 'safari17'],
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'warning',
    plugins,
  });
  return outputFiles[0]?.text ?? '';
}
