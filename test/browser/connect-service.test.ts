import {afterAll, afterEach, beforeAll, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {whenFound} from '../../sandbox/zoom/state/when-found.js';
import {keepScreenshot} from '../support/browser-window.js';
import {newestPrivate, type} from '../support/chat-page.js';
import {openServiceInBrowser, type ServiceInBrowser} from '../support/service-in-browser.js';
import {decide, follow, says} from './zoom-pages.js';

let on: ServiceInBrowser;
beforeAll(async () => {
  on = await openServiceInBrowser({hasWebApp: false, connection: 'user'});
}, 60_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

/** Opens the link of the bot's newest direct message. */
async function openLink(page: Page): Promise<Page> {
  await page.getByRole('navigation', {name: 'Channels'}).getByText('zoom').click();
  return follow(page.getByRole('link', {name: 'Connect your Zoom account'}).last());
}

it('Beside a service, somebody connects with a link, their keyboard alone, and the code of that page', async () => {
  const ana = await on.windowOf('ana');
  await type(ana, '/zoom start Weekly planning');
  await newestPrivate(ana).getByText('Type /zoom connect').waitFor();
  await type(ana, '/zoom connect');
  await newestPrivate(ana).getByText('A direct message from the bot leads you to Zoom.').waitFor();
  const tab = await openLink(ana);
  await keepScreenshot(ana, 'connect-service-link');
  await says(tab, 'Connect Zoom for @ana', 'connect-service-whose');
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  await tab.getByRole('heading', {name: 'Sign in to Zoom'}).waitFor();
  await decide(tab, 'Ana Silva');
  await says(tab, 'One more step, in Mattermost', 'connect-service-code');
  expect(on.sandbox.zoom.consents.map(({status}) => status)).toEqual(['allowed']);
  const command = await tab.locator('code').innerText();
  await ana.getByRole('navigation', {name: 'Channels'}).getByText('Town Square').click();
  await type(ana, command);
  // The meeting that was asked for starts at once, and its answer may be the newest by now.
  await ana.getByText('You are connected to Zoom as ana@example.com.').last().waitFor();
  const {zoom} = on.sandbox;
  await whenFound(zoom, () => zoom.meetings[0]);
  await ana.getByText('Weekly planning').first().waitFor();
  await keepScreenshot(ana, 'connect-service-done');
  expect(zoom.meetings).toHaveLength(1);
});
