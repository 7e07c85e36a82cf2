import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, BrowserContext, Page, Route} from 'playwright-core';
import type {ReactVersion, TestScripts} from './build-test-page.js';
import type {Scene} from './page/page.js';
import {type ThemeName as Theme, THEMES} from '../../sandbox/page/themes.js';
import {projectRoot} from '../../scripts/project-root.js';
import {CLIENT, NOW, sampleScene} from './sample-scene.js';

/** What the simulated server answers; `'nothing'`: the connection breaks. */
export type Reply = {status?: number; body: unknown} | 'nothing';
type Replies = Readonly<Record<string, (body: unknown) => Reply | Promise<Reply>>>;

export interface Asked {
  /** Method and path, as `POST /plugins/zoom/api/v1/meetings?force=true`. */
  call: string;
  body: unknown;
  headers: Record<string, string>;
}

export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  /** What the script asked its server, in order. */
  asked: Asked[];
  /** Addresses of other hosts that a tab was led to. */
  visited: string[];
  /** Addresses of other hosts that the page itself asked for anything. */
  leaks: string[];
  /** What the page complained about. */
  complaints: string[];
}

export interface OpenOptions {
  scripts: TestScripts;
  react?: ReactVersion;
  theme?: Theme;
  scene?: Scene;
  width?: number;
  /** Pixels of the screen for each of the page; default: 1. */
  scale?: number;
  replies?: Replies;
}

const ORIGIN = 'http://localhost:8065';
/** What the set-up page fetches of the plugin's own files, as they are built from this folder. */
const ADMIN_TEXTS = join(projectRoot, 'webapp/messages/admin');
const STANDARD: Replies = {
  'GET /plugins/zoom/api/v1/client': () => ({body: CLIENT}),
  ...Object.fromEntries(
    readdirSync(ADMIN_TEXTS).map((name) => [
      `GET /plugins/zoom/public/admin-texts/${name}`,
      () => ({body: JSON.parse(readFileSync(join(ADMIN_TEXTS, name), 'utf8')) as unknown}),
    ]),
  ),
};

/** Opens the test page in a window of its own. Nothing leaves the machine: every request is answered here. */
export async function openTestPage(browser: Browser, options: OpenOptions): Promise<OpenedPage> {
  const {theme = 'light', scene = sampleScene(), width = 900, scale = 1} = options;
  const context = await browser.newContext({
    viewport: {width, height: 700},
    deviceScaleFactor: scale,
    colorScheme: theme === 'light' ? 'light' : 'dark',
    permissions: ['clipboard-read', 'clipboard-write'],
    timezoneId: 'America/New_York',
  });
  context.setDefaultTimeout(5_000);
  const opened = {context, asked: [], visited: [], leaks: [], complaints: []} as unknown as OpenedPage;
  const replies = {...STANDARD, ...options.replies};
  await context.route('**', (route) => serve(route, opened, options, replies));
  await context.addCookies([{name: 'MMCSRF', value: 'csrf-token', url: ORIGIN}]);
  const page = await context.newPage();
  opened.page = page;
  page.on('console', (line) => {
    if (line.type() === 'error') opened.complaints.push(line.text());
  });
  page.on('pageerror', (error) => opened.complaints.push(error.message));
  await page.clock.setFixedTime(NOW);
  await page.addInitScript(
    (given) => {
      window.scene = given;
    },
    {...scene, theme: THEMES[theme]},
  );
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction(() => window.testPage !== undefined);
  return opened;
}

async function serve(
  route: Route,
  opened: OpenedPage,
  options: OpenOptions,
  replies: Replies,
): Promise<void> {
  const request = route.request();
  const url = new URL(request.url());
  if (url.origin !== ORIGIN) {
    (request.isNavigationRequest() ? opened.visited : opened.leaks).push(request.url());
    await route.fulfill({contentType: 'text/html', body: '<title>Elsewhere</title>'});
    return;
  }
  const script = options.scripts.get(url.pathname);
  if (script !== undefined) {
    await route.fulfill({contentType: 'text/javascript; charset=utf-8', body: script});
    return;
  }
  if (url.pathname === '/') {
    await route.fulfill({contentType: 'text/html; charset=utf-8', body: html(options)});
    return;
  }
  await reply(route, opened, replies);
}

async function reply(route: Route, {asked}: OpenedPage, replies: Replies): Promise<void> {
  const request = route.request();
  const {pathname, search} = new URL(request.url());
  const call = `${request.method()} ${pathname}${search}`;
  const body = request.postData() === null ? undefined : (request.postDataJSON() as unknown);
  if (pathname.includes('/api/')) asked.push({call, body, headers: request.headers()});
  const answer = await replies[call]?.(body);
  if (answer === undefined) await route.fulfill({status: 404, json: {}});
  else if (answer === 'nothing') await route.abort();
  else await route.fulfill({status: answer.status ?? 200, json: answer.body});
}

const PAGE_STYLE = readFileSync(join(projectRoot, 'sandbox/page/mattermost-page.css'), 'utf8');

/** Where things are on the page; what they look like is Mattermost's own. */
const LAYOUT = `
#page{padding:16px}
.post{margin-bottom:12px;padding:4px}
.post:hover{background:rgba(var(--center-channel-color-rgb),.08)}
#header>div{display:inline-block;margin-bottom:8px}
nav>button{border:0;background:none}
nav{display:flex;flex-wrap:wrap;gap:8px;margin-bottom:12px}
.user-popover{width:264px;border:1px solid}
.field{display:block;height:64px;margin:0}
.field input{display:block;width:100%;max-width:420px;padding:6px 10px;border:1px solid;background:var(--center-channel-bg)}
`;

const html = ({react = 18}: OpenOptions): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Test page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style id="mattermost-page">${PAGE_STYLE}</style><style>${LAYOUT}</style></head>
<body class="app__body"><div role="banner"><h1 style="position:absolute;clip-path:inset(50%)">Test page</h1></div><div id="page"></div>
<script src="/globals-${react}.js"></script><script src="/page.js"></script><script defer src="/main.js"></script></body></html>`;
