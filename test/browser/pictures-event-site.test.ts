import {afterAll, beforeAll, expect, it} from '@jest/globals';
import type {Browser} from 'playwright-core';
import {connectBrowser} from '../support/browser.js';
import {card, newestPrivate, type} from '../support/chat-page.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';
import {isThorough} from '../support/thorough.js';
import {picture} from './look.js';
import {pasteStream, streamUrlIn} from './organise.js';

let world: SandboxInBrowser;
let browser: Browser;
let streamUrl: string;
beforeAll(async () => {
  [world, browser] = await Promise.all([openSandboxInBrowser({hasEventSite: true}), connectBrowser()]);
  const ana = await world.windowOf('ana');
  await type(ana, '/zoom start Opening session');
  await card(ana, 'Opening session').waitFor();
  await type(ana, '/zoom stream-url');
  streamUrl = await streamUrlIn(newestPrivate(ana).filter({hasText: 'Stream URL of'}));
  world.sandbox.zoom.startMeeting(world.sandbox.zoom.meetings.at(-1)!.number);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** In a run that is not thorough, one is enough to see that they can be taken. */
const THEMES = isThorough() ? (['light', 'dark'] as const) : (['light'] as const);

it.each(THEMES)(
  'Attendees see a session of the event site, with the page above its text, in %s',
  async (theme) => {
    const page = await browser.newPage({viewport: {width: 900, height: 1_000}, colorScheme: theme});
    page.setDefaultTimeout(15_000);
    await pasteStream(page, {
      eventSite: world.sandbox.eventSite,
      streamUrl,
      way: 'In a frame above the text',
    });
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', {name: 'Join meeting'}).waitFor();
    await picture(page.getByRole('main'), `event-site-${theme}`, 0);
    expect(await frame.getByRole('main').innerText()).toContain('Opening session');
    await page.close();
  },
);
