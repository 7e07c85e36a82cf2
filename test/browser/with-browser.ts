import {afterAll, afterEach, beforeAll} from '@jest/globals';
import type {Browser} from 'playwright-core';
import {connectBrowser} from '../support/browser.js';
import {shared} from '../support/shared/shared.js';
import type {TestScripts} from './build-test-page.js';
import {type OpenedPage, type OpenOptions, openTestPage} from './open-test-page.js';

/** The browser for the tests of a file; what a test opens is closed after it. The answer opens a test page. */
export function withBrowser(): (options?: Omit<OpenOptions, 'scripts'>) => Promise<OpenedPage> {
  let browser: Browser;
  let scripts: TestScripts;
  let opened: OpenedPage[] = [];

  beforeAll(async () => {
    browser = await connectBrowser();
    scripts = new Map(await shared('testPage'));
  });
  afterEach(async () => {
    await Promise.all(opened.map(({context}) => context.close()));
    opened = [];
  });
  afterAll(() => browser.close());

  return async (options) => {
    const page = await openTestPage(browser, {...options, scripts});
    opened.push(page);
    return page;
  };
}
