import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import type {ThemeName} from '../../sandbox/page/themes.js';
import {projectRoot} from '../../scripts/project-root.js';
import {keepsPictures} from './keeps-pictures.js';

/** Long enough for a machine that does ten things at once; nothing waits for it when all is well. */
const PATIENCE_MS = 15_000;

export interface WindowOptions {
  width?: number;
  height?: number;
  blocksPopups?: boolean;
  /** Default: a browser's. */
  userAgent?: string;
  /** Of the chat page; default: its own. */
  theme?: ThemeName;
  /** Pixels of the screen for each of the page; default: 1. */
  scale?: number;
}

/** The windows of a test. */
export interface Windows {
  /** One that shows the chat page at this address, loaded. */
  open(address: string, options?: WindowOptions): Promise<Page>;
  /** Leaves all pages, so that nothing is left of them. @throws Error when a page broke or reached for the network */
  leaveAll(): Promise<void>;
}

interface Window {
  page: Page;
  /** What went wrong since it was left. */
  troubles: string[];
}

/**
 * A window that was left is taken again: a new one starts a process, which takes longer than many a test. One that has
 * opened tabs is closed with them instead, because Chromium does not always close a tab that shares its process with
 * the page that opened it.
 */
export function createWindows(browser: Browser): Windows {
  const free = new Map<string, Window[]>();
  let used: {window: Window; kind: string}[] = [];
  return {
    async open(address, options = {}) {
      // One that has shown the same page before has its scripts, compiled.
      const kind = JSON.stringify([address, options]);
      const window = free.get(kind)?.pop() ?? (await openWindow(browser, options));
      used.push({window, kind});
      await window.page.goto(address);
      await window.page.getByText('Welcome.').waitFor();
      return window.page;
    },
    async leaveAll() {
      const left = used;
      used = [];
      await Promise.all(
        left.map(async ({window, kind}) => {
          if (await leave(window.page)) free.set(kind, [...(free.get(kind) ?? []), window]);
        }),
      );
      const troubles = left.flatMap(({window}) => window.troubles.splice(0));
      if (troubles.length > 0) throw new Error(troubles.join('\n'));
    },
  };
}

/** @returns whether the window can be used again */
async function leave(page: Page): Promise<boolean> {
  const context = page.context();
  if (context.pages().length > 1) {
    await context.close();
    return false;
  }
  await page.mouse.move(0, 0);
  await page.evaluate('localStorage.clear(); sessionStorage.clear();');
  await page.goto('about:blank');
  await context.clearCookies();
  return true;
}

/** A window that fails its test when the page breaks or reaches for the network. */
async function openWindow(browser: Browser, options: WindowOptions): Promise<Window> {
  const {width = 1280, height = 800, blocksPopups = false, userAgent, theme, scale = 1} = options;
  const context = await browser.newContext({
    viewport: {width, height},
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
    // Something that moves is drawn sixty times in a second.
    reducedMotion: 'reduce',
    ...(userAgent && {userAgent}),
  });
  if (blocksPopups) await context.addInitScript('window.open = () => null;');
  if (theme) await context.addInitScript(`window.localStorage.setItem('theme', '${theme}')`);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const troubles: string[] = [];
  page.on('pageerror', ({message}) => troubles.push(message));
  page.on('request', (request) => {
    const {protocol, hostname} = new URL(request.url());
    const isHere = hostname === '127.0.0.1' || ['data:', 'about:', 'blob:'].includes(protocol);
    if (!isHere) troubles.push(`asked for ${request.url()}`);
  });
  return {page, troubles};
}

/** Kept for people to look at, where they want any. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (!keepsPictures()) return;
  const folder = join(projectRoot, 'build/screenshots');
  await mkdir(folder, {recursive: true});
  await page.screenshot({path: join(folder, `${name}.png`)});
}
