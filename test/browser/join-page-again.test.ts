import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Browser, Page} from 'playwright-core';
import {connectBrowser} from '../support/browser.js';
import {type JoinPageSite, startJoinPageSite} from './join-page-site.js';
import {createJoinPageWindows, type JoinPageWindows} from './open-join-page.js';

let browser: Browser;
let windows: JoinPageWindows;
let site: JoinPageSite;
let page: Page;
let complaints: readonly string[];
beforeAll(async () => {
  browser = await connectBrowser();
  windows = createJoinPageWindows(browser);
});
beforeEach(async () => {
  site = await startJoinPageSite();
  site.zoom.startMeeting(site.meeting.number);
  ({page, complaints} = await windows.open(site.address()));
});
afterEach(async () => {
  await windows.leave();
  await site.close();
  expect(complaints).toEqual([]);
});
afterAll(() => browser.close());

const says = (sentence: string) => page.getByRole('status').filter({hasText: sentence}).waitFor();
async function join(): Promise<void> {
  await page.getByLabel('Your name').fill('Zoe Marsh');
  await page.getByRole('button', {name: 'Join meeting'}).click();
}
const isIn = () => page.getByRole('listitem').getByText('Zoe Marsh').waitFor();

describe('After Zoom has let nobody in, the page to join', () => {
  beforeEach(() => site.zoom.faultSdk({kind: 'answer', code: 3705}));

  it('lets them try again at once, under the same name', async () => {
    await join();
    await says('Your session has expired.');
    await page.getByRole('heading', {name: 'Weekly planning'}).waitFor();
    await page.getByRole('button', {name: 'Retry'}).click();
    await isIn();
    expect(site.zoom.sdkJoins.map(({code}) => code)).toEqual([3705, 0]);
  });

  it('can be scrolled, and has the focus on what can be done', async () => {
    await join();
    await says('Your session has expired.');
    expect(await page.evaluate('getComputedStyle(document.documentElement).overflow')).toBe('visible');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Retry');
  });

  it('begins at its beginning when they load it anew', async () => {
    await join();
    await says('Your session has expired.');
    await page.reload();
    await says('The meeting is on.');
    expect(await page.getByLabel('Your name').inputValue()).toBe('');
  });
});

it('Where Zoom falls silent, the page to join says so, and lets them try again', async () => {
  windows.spoil();
  await page.clock.install();
  const isAsked = new Promise<void>((resolve) => {
    void page.route('**/sdk/join', () => resolve());
  });
  await join();
  await isAsked;
  await page.clock.fastForward(150_000);
  await says('Zoom has not answered for two minutes.');
  await page.unroute('**/sdk/join');
  await page.getByRole('button', {name: 'Retry'}).click();
  await isIn();
});
