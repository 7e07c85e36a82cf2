import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import type {ThemeName} from '../../sandbox/page/themes.js';
import {projectRoot} from '../../scripts/project-root.js';

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
  /** Closes all. @throws Error when a page broke or reached for the network */
  closeAll(): Promise<void>;
}

export function createWindows(browser: Browser): Windows {
  let windows: Awaited<ReturnType<typeof openWindow>>[] = [];
  return {
    async open(address, options) {
      const opened = await openWindow(browser, options);
      windows.push(opened);
      await opened.page.goto(address);
      await opened.page.getByText('Welcome.').waitFor();
      return opened.page;
    },
    async closeAll() {
      const troubles = windows.flatMap((one) => one.troubles);
      await Promise.all(windows.map(({page}) => page.context().close()));
      windows = [];
      if (troubles.length > 0) throw new Error(troubles.join('\n'));
    },
  };
}

/** A window that fails its test when the page breaks or reaches for the network. */
export async function openWindow(
  browser: Browser,
  options: WindowOptions = {},
): Promise<{page: Page; troubles: readonly string[]}> {
  const {width = 1280, height = 800, blocksPopups = false, userAgent, theme, scale = 1} = options;
  const context = await browser.newContext({
    viewport: {width, height},
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
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

/** Kept for people to look at. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = join(projectRoot, 'build/screenshots');
  await mkdir(folder, {recursive: true});
  await page.screenshot({path: join(folder, `${name}.png`)});
}
