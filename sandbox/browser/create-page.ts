import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Page, PageFile} from '../mattermost/rest/page.js';
import {tagOf} from '../mattermost/rest/send-file.js';
import type {PageScripts} from './build-page-scripts.js';

const source = (name: string): string => fileURLToPath(new URL(`../page/${name}`, import.meta.url));

export interface PageOptions {
  /** Origin of the Zoom simulator that is shown beside the chat; default: none is. */
  zoomUrl?: string | undefined;
  /** Origin of an event site; default: there is none. */
  eventSite?: string | undefined;
  scripts: PageScripts;
  /** What answers `/zoom`; default: the plugin, whose web app the server has. */
  carrier?: 'plugin' | 'service';
  /** The web app's script, where it is installed alone, for a service. */
  webApp?: string;
}

/**
 * The chat page: React and its companions as globals, as Mattermost has them, and the page itself on top of them.
 * `?react=19` takes the React of Mattermost 12 instead of that of 10.11 and 11.
 */
export async function createPage({
  zoomUrl,
  eventSite,
  scripts,
  carrier = 'plugin',
  webApp,
}: PageOptions): Promise<Page> {
  const [mattermost, style, icon] = await Promise.all([
    readFile(source('mattermost-page.css'), 'utf8'),
    readFile(source('style.css'), 'utf8'),
    readFile(source('../../public/app-bar-icon.png')),
  ]);
  const files = new Map<string, PageFile>([
    ['/page/mattermost-page.css', {type: 'text/css; charset=utf-8', body: mattermost}],
    ['/page/style.css', {type: 'text/css; charset=utf-8', body: style}],
    ['/page/page.js', script(scripts.page)],
    ['/page/globals-18.js', script(scripts.globals18)],
    ['/page/globals-19.js', script(scripts.globals19)],
  ]);
  const body = html({zoomUrl, eventSite, carrier, hasWebApp: carrier === 'plugin' || webApp !== undefined});
  return new Map<string, PageFile>([
    ['/', {type: 'text/html; charset=utf-8', body: named(body, files)}],
    ...files,
    ...(webApp === undefined ? [] : await webAppFiles(webApp, icon)),
  ]);
}

/** The page asks for its files by what is in them, so that a browser keeps them until they are others. */
const named = (page: string, files: Map<string, PageFile>): string =>
  [...files].reduce(
    (text, [path, file]) => text.replaceAll(`${path.slice(1)}"`, `${path.slice(1)}?${tagOf(file.body)}"`),
    page,
  );

/** As Mattermost serves the files of a plugin without a process. */
async function webAppFiles(webApp: string, icon: Uint8Array): Promise<[string, PageFile][]> {
  const folder = source('../../webapp/messages/panel');
  const texts = (await readdir(folder)).map(async (name): Promise<[string, PageFile]> => {
    const body = await readFile(join(folder, name), 'utf8');
    return [`/plugins/zoom/public/panel-texts/${name}`, {type: 'application/json', body}];
  });
  return [
    ['/static/plugins/zoom/main.js', script(webApp)],
    ['/plugins/zoom/public/app-bar-icon.png', {type: 'image/png', body: icon}],
    ...(await Promise.all(texts)),
  ];
}

const script = (body: string): PageFile => ({type: 'text/javascript; charset=utf-8', body});

interface Shown {
  zoomUrl: string | undefined;
  eventSite: string | undefined;
  carrier: string;
  hasWebApp: boolean;
}

const html = ({zoomUrl, eventSite, carrier, hasWebApp}: Shown): string => `<!doctype html>
<html lang="en"${zoomUrl === undefined ? '' : ` data-zoom="${zoomUrl}/simulator/"`} data-carrier="${carrier}"${hasWebApp ? ' data-web-app' : ''}${eventSite === undefined ? '' : ` data-event-site="${eventSite}/"`}>
<head>
<meta charset="utf-8">
<script>
document.write('<base href="' + location.pathname.split('/', 3).join('/') + '/">');
</script>
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Zoom for Mattermost · sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="page/mattermost-page.css">
<link rel="stylesheet" href="page/style.css">
</head>
<body class="app__body">
<div id="root"></div>
<script>
document.write(
  /[?&]react=19/.test(location.search)
    ? '<script src="page/globals-19.js"></' + 'script>'
    : '<script src="page/globals-18.js"></' + 'script>'
);
</script>
<script src="page/page.js"></script>
</body>
</html>
`;
