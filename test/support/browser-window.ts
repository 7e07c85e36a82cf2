import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {projectRoot} from '../../scripts/project-root.js';

/** Long enough for a machine that does ten things at once; nothing waits for it when all is well. */
const PATIENCE_MS = 15_000;

/** A window that fails its test when the page breaks or reaches for the network. */
export async function openWindow(
  browser: Browser,
  options: {width?: number; height?: number; blocksPopups?: boolean} = {},
): Promise<{page: Page; troubles: readonly string[]}> {
  const {width = 1280, height = 800, blocksPopups = false} = options;
  const context = await browser.newContext({viewport: {width, height}});
  if (blocksPopups) await context.addInitScript('window.open = () => null;');
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
