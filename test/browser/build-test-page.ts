import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build, type Plugin} from 'esbuild';
import {hostGlobals} from '../../scripts/build-webapp/host-globals.js';
import {buildWebapp} from '../../scripts/build-webapp.js';
import {projectRoot} from '../../scripts/project-root.js';

/** The versions of React under which Mattermost runs: 18 in 10.11 and 11, 19 in 12. */
export type ReactVersion = 18 | 19;

/** The scripts of the test page, by their paths; `/main.js` is the product's own. */
export type TestScripts = ReadonlyMap<string, string>;

/** The packages `react19` and `react-dom19` under their usual names. */
const react19: Plugin = {
  name: 'react-19',
  setup(bundle) {
    bundle.onResolve({filter: /^react(-dom)?(\/.*)?$/}, ({path, resolveDir, kind}) =>
      bundle.resolve(path.replace(/^react(-dom)?/, 'react$119'), {resolveDir, kind}),
    );
  },
};

/** In the page `react-dom/client` is part of the same global, as Mattermost has it. */
const rootsGlobal: Plugin = {
  name: 'roots-global',
  setup(bundle) {
    bundle.onResolve({filter: /^react-dom\/client$/}, ({resolveDir, kind}) =>
      bundle.resolve('react-dom', {resolveDir, kind}),
    );
  },
};

/** Builds the page once for all tests of a file. */
export async function buildTestPage(): Promise<TestScripts> {
  const folder = await mkdtemp(join(tmpdir(), 'zoom-test-page-'));
  const main = join(folder, 'main.js');
  await buildWebapp(main);
  const scripts = new Map([
    ['/main.js', await readFile(main, 'utf8')],
    ['/page.js', await bundled('page.tsx', [rootsGlobal, hostGlobals])],
    ['/globals-18.js', await bundled('globals.ts', [])],
    ['/globals-19.js', await bundled('globals.ts', [react19])],
  ]);
  await rm(folder, {recursive: true});
  return scripts;
}

async function bundled(entry: string, plugins: Plugin[]): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [join(projectRoot, 'test/browser/page', entry)],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'transform',
    target: 'chrome120',
    charset: 'utf8',
    define: {'process.env.NODE_ENV': '"development"'},
    logLevel: 'warning',
    plugins,
  });
  return outputFiles[0]?.text ?? '';
}
