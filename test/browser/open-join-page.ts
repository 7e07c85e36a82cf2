import type {Browser, Page} from 'playwright-core';

export interface OpenedJoinPage {
  page: Page;
  /** What the browser did not let the page do, and what went wrong in its script. */
  complaints: readonly string[];
}

export async function openJoinPage(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<OpenedJoinPage> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions policy/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address);
  return {page, complaints};
}
