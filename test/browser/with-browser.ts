import {afterAll, afterEach, beforeAll} from '@jest/globals';
import type {Browser} from 'playwright-core';
import {connectBrowser} from '../support/browser.js';
import {shared} from '../support/shared/shared.js';
import {
  type OpenedPage,
  type OpenOptions,
  openTestWindow,
  type TestWindow,
  type WindowOptions,
} from './open-test-page.js';

/**
 * The window for the tests of a file. The answer opens the test page in it, which is left after the test.
 *
 * @param options - `staysOpen`: only for another page: several tests look at one
 */
export function withBrowser({staysOpen = false, ...options}: WindowOptions & {staysOpen?: boolean} = {}): (
  options?: OpenOptions,
) => Promise<OpenedPage> {
  let browser: Browser;
  let window: TestWindow;

  beforeAll(async () => {
    browser = await connectBrowser();
    window = await openTestWindow(browser, new Map(await shared('testPage')), options);
  });
  if (!staysOpen) afterEach(() => window.leave());
  afterAll(async () => {
    await window.close();
    await browser.close();
  });

  return (given) => window.open(given);
}
