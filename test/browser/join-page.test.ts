import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Browser, Page} from 'playwright-core';
import {connectBrowser} from '../support/browser.js';
import {type JoinPageSite, problem, sampleMeeting, startJoinPageSite} from './join-page-site.js';
import {createJoinPageWindows, type JoinPageWindows} from './open-join-page.js';
import {violationsUnderPolicy} from './zoom-pages.js';

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
});
afterEach(async () => {
  await windows.leave();
  await site.close();
  expect(complaints).toEqual([]);
});
afterAll(() => browser.close());

async function open(): Promise<void> {
  ({page, complaints} = await windows.open(site.address()));
}
const says = (sentence: string | RegExp) => page.getByRole('status').filter({hasText: sentence}).waitFor();
const press = (name: string) => page.getByRole('button', {name}).click();
async function join(name = 'Zoe Marsh'): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await press('Join meeting');
}

describe('The page to join', () => {
  it('lets somebody in under the name that they type', async () => {
    site.zoom.startMeeting(site.meeting.number);
    await open();
    await says('The meeting is on.');
    await page.getByText('Meeting ID 855 1234 0000').waitFor();
    expect(await violationsUnderPolicy(page)).toEqual([]);
    await join();
    await page.getByRole('listitem').getByText('Zoe Marsh').waitFor();
    expect(site.zoom.sdkJoins).toMatchObject([{code: 0, request: {userName: 'Zoe Marsh', userEmail: ''}}]);
    expect(await page.getByLabel('Your name').isVisible()).toBe(false);
  });

  it('says that somebody has left, and lets them in again', async () => {
    site.zoom.startMeeting(site.meeting.number);
    await open();
    await join();
    await press('Leave');
    await page.getByText('You have left the meeting.').waitFor();
    await join();
    await page.getByRole('listitem').getByText('Zoe Marsh').waitFor();
  });

  it('waits for the host, and goes on by itself', async () => {
    site.told.meeting = sampleMeeting({state: 'waiting', text: 'The host has not started the meeting yet.'});
    site.told.answers.entries = problem(409, 'not_begun', 'The host has not started the meeting yet.');
    await open();
    windows.spoil();
    await page.clock.install();
    await join();
    await page.getByText('Keep this page open').waitFor();
    await says('The host has not started the meeting yet.');
    await page.getByText('Are you the host?').waitFor();
    site.zoom.startMeeting(site.meeting.number);
    site.told.meeting = sampleMeeting();
    delete site.told.answers.entries;
    await page.clock.fastForward(12_000);
    await page.getByRole('listitem').getByText('Zoe Marsh').waitFor();
  });
});
