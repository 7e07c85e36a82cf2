import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, BrowserContext, Page, Route} from 'playwright-core';
import type {ReactVersion, TestScripts} from './build-test-page.js';
import type {Scene} from './page/scene.js';
import {type ThemeName as Theme, THEMES} from '../../sandbox/page/themes.js';
import {projectRoot} from '../../scripts/project-root.js';
import {CLIENT, NOW, sampleScene} from './sample-scene.js';
import {serveTestPage, type TestPageServer} from './serve-test-page.js';

/** What the simulated server answers; `picture`: of that colour; `'nothing'`: the connection breaks. */
export type Reply = {status?: number; body: unknown} | {picture: string} | 'nothing';
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
  react?: ReactVersion;
  theme?: Theme;
  scene?: Scene;
  width?: number;
  replies?: Replies;
}

/** What parts of the script fetch of the plugin's own files, as they are built from folders of this one. */
const TEXTS = join(projectRoot, 'webapp/messages');
const textsOf = (folder: string): Replies =>
  Object.fromEntries(
    readdirSync(join(TEXTS, folder)).map((name) => [
      `GET /plugins/zoom/public/${folder}-texts/${name}`,
      () => ({body: JSON.parse(readFileSync(join(TEXTS, folder, name), 'utf8')) as unknown}),
    ]),
  );
const STANDARD: Replies = {
  'GET /plugins/zoom/api/v1/client': () => ({body: CLIENT}),
  ...textsOf('admin'),
  ...textsOf('panel'),
};

/** The window in which the tests of a file see the page, one after the other. */
export interface TestWindow {
  /** Loads the page anew, as if nobody had been there before. What was opened before is gone. */
  open(options?: OpenOptions): Promise<OpenedPage>;
  /** Leaves the page, and closes the tabs that it has opened. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

/** What a window is from its beginning to its end. */
export interface WindowOptions {
  /** Pixels of the screen for each of the page; default: 1. */
  scale?: number;
}

/**
 * Opens a window for the test page. Nothing leaves the machine: every request is answered here.
 *
 * A window is used again: a new one starts a process, which reads a megabyte of React as if it had never seen it. That
 * takes longer than most tests. One that has opened tabs is closed with them instead, because Chromium does not always
 * close a tab that shares its process with the page that opened it.
 */
export async function openTestWindow(
  browser: Browser,
  scripts: TestScripts,
  options: WindowOptions = {},
): Promise<TestWindow> {
  const server = await serveTestPage(scripts);
  let now: Now | undefined;
  return {
    async open({theme = 'light', scene = sampleScene(), width = 900, react = 18, replies = {}} = {}) {
      const page = now?.opened.page ?? (await newPage(browser, server, options, () => now));
      now = {opened: nothingYet(page), replies: {...STANDARD, ...replies}};
      server.show({react, scene: {...scene, theme: THEMES[theme]}});
      await Promise.all([
        page.setViewportSize({width, height: 700}),
        page.emulateMedia({colorScheme: theme === 'light' ? 'light' : 'dark', reducedMotion: null}),
        page.mouse.move(0, 0),
        page.clock.setFixedTime(NOW),
      ]);
      await page.goto(server.origin);
      return now.opened;
    },
    async leave() {
      if (now === undefined) return;
      const {page, context} = now.opened;
      if (context.pages().length === 1) {
        await page.goto('about:blank');
      } else {
        now = undefined;
        await context.close();
      }
    },
    async close() {
      await now?.opened.context.close();
      server.close();
    },
  };
}

/** @param now - what is open in it */
async function newPage(
  browser: Browser,
  server: TestPageServer,
  {scale = 1}: WindowOptions,
  now: () => Now | undefined,
): Promise<Page> {
  const context = await browser.newContext({
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
    timezoneId: 'America/New_York',
  });
  context.setDefaultTimeout(5_000);
  await context.addCookies([{name: 'MMCSRF', value: 'csrf-token', url: server.origin}]);
  const page = await context.newPage();
  await context.route(server.others, (route) => serve(route, server.origin, now()));
  page.on('console', (line) => {
    if (line.type() === 'error') now()?.opened.complaints.push(line.text());
  });
  page.on('pageerror', (error) => now()?.opened.complaints.push(error.message));
  return page;
}

const nothingYet = (page: Page): OpenedPage => ({
  page,
  context: page.context(),
  asked: [],
  visited: [],
  leaks: [],
  complaints: [],
});

interface Now {
  opened: OpenedPage;
  replies: Replies;
}

/** Nobody waits for what a page asks that is being left. */
async function serve(route: Route, origin: string, now: Now | undefined): Promise<void> {
  if (now === undefined) {
    await route.abort();
    return;
  }
  const {opened, replies} = now;
  const request = route.request();
  if (new URL(request.url()).origin === origin) {
    await reply(route, opened, replies);
    return;
  }
  (request.isNavigationRequest() ? opened.visited : opened.leaks).push(request.url());
  await route.fulfill({contentType: 'text/html', body: '<title>Elsewhere</title>'});
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
  else if ('picture' in answer) await route.fulfill({contentType: 'image/svg+xml', body: svg(answer)});
  else await route.fulfill({status: answer.status ?? 200, json: answer.body});
}

const svg = ({picture}: {picture: string}): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="${picture}"/></svg>`;
