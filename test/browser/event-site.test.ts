import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Browser, Page} from 'playwright-core';
import {openEventSite} from '../../sandbox/events/open-event-site.js';
import type {NamedSite} from '../../sandbox/events/open-join-proxy.js';
import {listenOnLoopback} from '../../sandbox/zoom/listen-on-loopback.js';
import {connectBrowser} from '../support/browser.js';
import {axeScript} from './axe.js';
import {screenshot, violations} from './look.js';

let browser: Browser;
let site: NamedSite;
/** Somebody else's page, which says with what it was opened. */
let stream: {origin: string; close: () => Promise<void>};
let page: Page;
beforeAll(async () => {
  browser = await connectBrowser();
  stream = await listenOnLoopback(({url = '/'}, response) => {
    const {searchParams} = new URL(url, 'http://stream.localhost');
    const text = [...searchParams.values()].join(', ');
    response
      .writeHead(200, {'Content-Type': 'text/html'})
      .end(`<!doctype html><title>Stream</title><p>${text}</p>`);
  }, 0);
});
beforeEach(async () => {
  site = await openEventSite(Date.parse('2026-11-23T13:20:00Z'));
  page = await browser.newPage({viewport: {width: 900, height: 900}});
  page.setDefaultTimeout(15_000);
  await page.goto(site.origin);
});
afterEach(async () => {
  await page.close();
  await site.close();
});
afterAll(async () => {
  await browser.close();
  await stream.close();
});

async function paste(way: string): Promise<void> {
  await page.getByRole('link', {name: 'Organiser'}).click();
  await page.getByLabel('Stream URL').fill(`${stream.origin}/live`);
  await page.getByLabel(way).check();
  await page.getByRole('button', {name: 'Save and show the session'}).click();
}
const inFrame = (more = '') => page.frameLocator('iframe').getByText(`Zoe Marsh, zoe@example.net${more}`);

describe('An organiser pastes a stream URL, and attendees see it', () => {
  it('in a frame above the text', async () => {
    await paste('In a frame above the text');
    await inFrame().waitFor();
    await page.getByRole('heading', {name: 'Opening session'}).waitFor();
    await screenshot(page, 'event-site');
  });

  it('in a frame that fills the page', async () => {
    await paste('In a frame that fills the page');
    await inFrame(', fill').waitFor();
    const {x, y, width, height} = (await page.locator('iframe').boundingBox())!;
    const bar = await page.getByRole('navigation').boundingBox();
    expect([x, y, width, y + height]).toEqual([0, bar?.height, 900, 900]);
    expect(await page.getByRole('heading').isVisible()).toBe(false);
  });

  it('in the same window', async () => {
    await paste('In the same window');
    await page.getByRole('link', {name: 'Join the session'}).click();
    await page.getByText('Zoe Marsh, zoe@example.net').waitFor();
  });

  it('as a link that opens the Zoom app', async () => {
    await paste('As a link that opens the Zoom app');
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', {name: 'Join in the Zoom app'}).click();
    await (await opened).getByText('zoe@example.net, app').waitFor();
  });
});

it.each(['light', 'dark'] as const)(
  'The event site reads well in %s colours, on a narrow screen, too',
  async (colorScheme) => {
    await page.emulateMedia({colorScheme});
    await page.setViewportSize({width: 320, height: 700});
    for (const path of ['/', '/organiser']) {
      await page.goto(`${site.origin}${path}`);
      await page.addScriptTag({content: axeScript});
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    }
  },
);
