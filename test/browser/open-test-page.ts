import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, BrowserContext, Page, Request} from 'playwright-core';
import type {ReactVersion, TestScripts} from './build-test-page.js';
import type {Scene} from './page/scene.js';
import {type ThemeName as Theme, THEMES} from '../../sandbox/page/themes.js';
import {projectRoot} from '../../scripts/project-root.js';
import {CLIENT, NOW, sampleScene} from './sample-scene.js';
import {type Replies, serveTestPage, type TestPageServer} from './serve-test-page.js';

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
  /** Tabs lead to other hosts, where something is shown. That makes each load dearer. */
  leadsAway?: boolean;
}

/**
 * Opens a window for the test page. Nothing leaves the machine.
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
  let now: {opened: OpenedPage} | undefined;
  return {
    async open({theme = 'light', scene = sampleScene(), width = 900, react = 18, replies = {}} = {}) {
      const page = now?.opened.page ?? (await newPage(browser, server, options, () => now));
      now = {opened: nothingYet(page)};
      server.show({react, scene: {...scene, theme: THEMES[theme]}, replies: {...STANDARD, ...replies}});
      await Promise.all([
        page.setViewportSize({width, height: 700}),
        page.emulateMedia({
          colorScheme: theme === 'light' ? 'light' : 'dark',
          // Something that moves is drawn sixty times in a second.
          reducedMotion: 'reduce',
        }),
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
  {origin}: TestPageServer,
  {scale = 1, leadsAway = false}: WindowOptions,
  now: () => {opened: OpenedPage} | undefined,
): Promise<Page> {
  const context = await browser.newContext({
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
    timezoneId: 'America/New_York',
    // Whoever else is asked for is asked for here, in vain.
    proxy: {server: origin, bypass: '127.0.0.1'},
  });
  context.setDefaultTimeout(5_000);
  await context.addCookies([{name: 'MMCSRF', value: 'csrf-token', url: origin}]);
  const page = await context.newPage();
  context.on('request', (request) => note(request, origin, now()?.opened));
  if (leadsAway) {
    await context.route(
      ({origin: asked}) => asked !== origin,
      (route) => route.fulfill({contentType: 'text/html', body: '<title>Elsewhere</title>'}),
    );
  }
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

/** What a page asks that is being left is nobody's. */
function note(request: Request, origin: string, opened: OpenedPage | undefined): void {
  const url = new URL(request.url());
  if (url.origin !== origin) {
    if (/^https?:$/.test(url.protocol))
      (request.isNavigationRequest() ? opened?.visited : opened?.leaks)?.push(request.url());
  } else if (url.pathname.includes('/api/')) {
    const body = request.postData() === null ? undefined : (request.postDataJSON() as unknown);
    const call = `${request.method()} ${url.pathname}${url.search}`;
    opened?.asked.push({call, body, headers: request.headers()});
  }
}
