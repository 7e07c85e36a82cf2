import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Browser, Page} from 'playwright-core';
import {listenOnLoopback} from '../../sandbox/zoom/listen-on-loopback.js';
import {connectBrowser} from '../support/browser.js';
import {type JoinPageSite, startJoinPageSite} from './join-page-site.js';
import {screenshot} from './look.js';
import {createJoinPageWindows, type JoinPageWindows} from './open-join-page.js';

const ALLOW = 'camera; microphone; display-capture; fullscreen; autoplay';

let browser: Browser;
let windows: JoinPageWindows;
/** Both show the page in a frame; the page names one of them. */
let events: {origin: string; close: () => Promise<void>};
let stranger: {origin: string; close: () => Promise<void>};
let site: JoinPageSite;
let page: Page;
let frame: string;
beforeAll(async () => {
  browser = await connectBrowser();
  windows = createJoinPageWindows(browser);
  const serve = () =>
    listenOnLoopback((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>Fair</title><h1>Session 1</h1>${frame}<p>What it is about.</p>`);
    }, 0);
  [events, stranger] = [await serve(), await serve()];
  site = await startJoinPageSite([events.origin]);
});
beforeEach(() => {
  frame = frameOf('');
});
afterEach(() => windows.leave());
afterAll(async () => {
  await Promise.all([events.close(), stranger.close(), site.close()]);
  await browser.close();
});

const frameOf = (query: string, style = 'width:100%;height:360px'): string =>
  `<iframe title="Join" src="${site.address(query)}" allow="${ALLOW}" style="${style}"></iframe>`;

describe('The page to join, in a frame', () => {
  it('lets somebody in on a site that may show it, without anything that isolation takes', async () => {
    site.zoom.startMeeting(site.meeting.number);
    ({page} = await windows.open(events.origin));
    const inside = page.frameLocator('iframe');
    await inside.getByLabel('Your name').fill('Zoe Marsh');
    await screenshot(page, 'join-page-frame');
    await inside.getByRole('button', {name: 'Join meeting'}).click();
    await inside.getByRole('listitem').getByText('Zoe Marsh').waitFor();
    expect(await page.frames()[1]?.evaluate('crossOriginIsolated')).toBe(false);
    expect(site.zoom.sdkJoins.at(-1)).toMatchObject({code: 0, origin: new URL(site.address()).origin});
  });

  it('A-48 is not shown by a site that may not', async () => {
    ({page} = await windows.open(stranger.origin));
    await page.getByRole('heading', {name: 'Session 1'}).waitFor();
    expect(await page.frameLocator('iframe').getByRole('button').count()).toBe(0);
    expect(page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  });

  it('fills a frame that is the whole page, and takes little of one above the text', async () => {
    const heightOf = async (query: string): Promise<number> => {
      frame = frameOf(query, 'width:700px;height:700px');
      ({page} = await windows.open(events.origin));
      const main = page.frameLocator('iframe').locator('main');
      await main.getByLabel('Your name').waitFor();
      return (await main.boundingBox())?.height ?? 0;
    };
    expect(await heightOf('?view=fill')).toBe(700);
    await windows.leave();
    expect(await heightOf('')).toBeLessThan(400);
  });

  it('is isolated where it is a window of its own', async () => {
    ({page} = await windows.open(site.address()));
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
  });
});
