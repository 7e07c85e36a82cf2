import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build, type Plugin} from 'esbuild';
import {hostGlobals} from '../../scripts/build-webapp/host-globals.js';
import type {Page, PageFile} from '../mattermost/rest/front-desk.js';

const source = (name: string): string => fileURLToPath(new URL(`../page/${name}`, import.meta.url));

/** The packages `react19` and `react-dom19` under the names by which everybody imports React. */
const newerReact: Plugin = {
  name: 'react-19',
  setup(bundle) {
    bundle.onResolve({filter: /^react(-dom)?(\/.*)?$/}, ({path, resolveDir, kind}) =>
      bundle.resolve(path.replace(/^react(-dom)?/, 'react$119'), {resolveDir, kind}),
    );
  },
};

export interface PageOptions {
  zoomUrl: string;
  /** What answers `/zoom`; default: the plugin, whose web app the server has. */
  carrier?: 'plugin' | 'service';
  /** The web app's script, where it is installed alone, for a service. */
  webApp?: string;
}

/**
 * The chat page: React and its companions as globals, as Mattermost has them, and the page itself on top of them.
 * `?react=19` takes the React of Mattermost 12 instead of that of 10.11 and 11.
 */
export async function buildPage({zoomUrl, carrier = 'plugin', webApp}: PageOptions): Promise<Page> {
  const [mattermost, style, icon, page, globals18, globals19] = await Promise.all([
    readFile(source('mattermost-page.css'), 'utf8'),
    readFile(source('style.css'), 'utf8'),
    readFile(source('../../public/app-bar-icon.png')),
    bundled('index.tsx', [hostGlobals, reduxGlobal]),
    bundled('globals.ts', []),
    bundled('globals.ts', [newerReact]),
  ]);
  return new Map<string, PageFile>([
    [
      '/',
      {
        type: 'text/html; charset=utf-8',
        body: html({zoomUrl, carrier, hasWebApp: carrier === 'plugin' || webApp !== undefined}),
      },
    ],
    ['/page/mattermost-page.css', {type: 'text/css; charset=utf-8', body: mattermost}],
    ['/page/style.css', {type: 'text/css; charset=utf-8', body: style}],
    ['/page/page.js', script(page)],
    ['/page/globals-18.js', script(globals18)],
    ['/page/globals-19.js', script(globals19)],
    ...(webApp === undefined ? [] : webAppFiles(webApp, icon)),
  ]);
}

/** As Mattermost serves them of a plugin without a process. */
const webAppFiles = (webApp: string, icon: Uint8Array): [string, PageFile][] => [
  ['/static/plugins/zoom/main.js', script(webApp)],
  ['/plugins/zoom/public/app-bar-icon.png', {type: 'image/png', body: icon}],
];

const script = (body: string): PageFile => ({type: 'text/javascript; charset=utf-8', body});

const reduxGlobal: Plugin = {
  name: 'redux-global',
  setup(bundle) {
    bundle.onResolve({filter: /^redux$/}, ({path}) => ({path, namespace: 'redux-global'}));
    bundle.onLoad({filter: /.*/, namespace: 'redux-global'}, () => ({
      contents: 'module.exports = window.Redux;',
    }));
  },
};

async function bundled(entry: string, plugins: Plugin[]): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [source(entry)],
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

interface Shown {
  zoomUrl: string;
  carrier: string;
  hasWebApp: boolean;
}

const html = ({zoomUrl, carrier, hasWebApp}: Shown): string => `<!doctype html>
<html lang="en" data-zoom="${zoomUrl}/simulator/" data-carrier="${carrier}"${hasWebApp ? ' data-web-app' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Zoom for Mattermost · sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="page/mattermost-page.css">
<link rel="stylesheet" href="page/style.css">
</head>
<body class="app__body">
<div id="root"></div>
<script>
document.write('<script src="page/globals-' + (/[?&]react=19/.test(location.search) ? 19 : 18) + '.js"></' + 'script>');
</script>
<script src="page/page.js"></script>
</body>
</html>
`;
