import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Browser, Locator, Page} from 'playwright-core';
import {makePlans} from '../../sandbox/plans.js';
import {zoomUsers} from '../../sandbox/people.js';
import {createZoomSimulator} from '../../sandbox/zoom/create-zoom-simulator.js';
import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import {systemClock} from '../../server/lib/system-clock.js';
import {systemRandom} from '../../server/lib/system-random.js';
import {connectBrowser} from '../support/browser.js';
import {axeScript} from './axe.js';
import {screenshot, violations} from './look.js';

let browser: Browser;
let zoom: ZoomSimulator;
let page: Page;
beforeAll(async () => {
  browser = await connectBrowser();
});
beforeEach(async () => {
  zoom = await createZoomSimulator({clock: systemClock, random: systemRandom});
  zoomUsers.forEach((user) => zoom.addUser(user));
  makePlans(zoom, systemClock.now());
  page = await browser.newPage({viewport: {width: 400, height: 900}});
  page.setDefaultTimeout(15_000);
});
afterEach(async () => {
  await page.close();
  await zoom.close();
});
afterAll(() => browser.close());

const planned = (topic: string): Locator =>
  page.getByRole('list', {name: 'Planned'}).getByRole('listitem').filter({hasText: topic});
const press = (name: string, within: Page | Locator = page): Promise<void> =>
  within.getByRole('button', {name, exact: true}).click();
const choose = (topic: string, text: string): Promise<unknown> =>
  page.getByLabel(`More for ${topic}`).selectOption({label: text});

describe('The calendar on the Zoom side of the sandbox', () => {
  it('shows what is planned, a line each, and lets it be changed, registered for and deleted', async () => {
    await page.goto(`${zoom.url}/simulator/`);
    await page.getByText('No meeting yet.').waitFor();
    await page.getByText('The calendar: planned').click();
    await choose('Interview', 'Somebody registers');
    await planned('Interview').getByText('1 registered').waitFor();
    await screenshot(page, 'zoom-calendar');
    await page.addScriptTag({content: axeScript});
    expect(await violations(page)).toEqual([]);
    await choose('Interview', 'Rename it');
    await planned('Interview (changed)').waitFor();
    await choose('Interview (changed)', 'Delete it');
    await planned('Interview (changed)').waitFor({state: 'detached'});
    await page.getByLabel('What is planned').selectOption({label: 'one every week'});
    await page.getByLabel('Topic').fill('Retrospective');
    await press('Plan it');
    await press('Start it', planned('Retrospective'));
    await page.getByRole('heading', {name: 'Retrospective'}).waitFor();
    await planned('Retrospective').waitFor({state: 'detached'});
  });

  it('holds a webinar, to whose own page its links lead', async () => {
    const {number} = zoom.webinars[0]!;
    await page.goto(`${zoom.url}/j/${number}`);
    await page.getByText('a webinar, see below').waitFor();
    await press('Start it');
    await press('Somebody attends');
    await planned('Product launch').getByText('on, 2 there').waitFor();
    await press('The last leaves');
    await planned('Product launch').getByText('on, 1 there').waitFor();
    await press('End it');
    await page.getByRole('button', {name: 'Start it'}).waitFor();
    expect(zoom.webinars[0]?.past).toHaveLength(1);
    expect(await page.getByRole('list', {name: 'Planned'}).getByRole('listitem').count()).toBe(1);
  });
});
