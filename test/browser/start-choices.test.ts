import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {keepScreenshot} from '../support/browser-window.js';
import {callButton, card, newestPrivate, pressPrivate, tabsOf, type} from '../support/chat-page.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';

let on: SandboxInBrowser;
beforeAll(async () => {
  on = await openSandboxInBrowser();
  await askAna(await on.windowOf('ana'));
  await on.tidyUp();
}, 60_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

const inZoom = () => on.sandbox.zoom.users.find(({email}) => email === 'ana@example.com')!;
const spaced = (number: number): string => String(number).replace(/(\d{3})(\d{3})(\d{4})/, '$1 $2 $3');

/** Ana wants to be asked which meeting ID. */
async function askAna(ana: Page): Promise<void> {
  await type(ana, '/zoom settings');
  await pressPrivate(ana, 'Ask me each time');
  await newestPrivate(ana).getByText('You are asked at each start which meeting ID to use.').waitFor();
}

describe('Somebody who wants to be asked which meeting ID', () => {
  it('is asked at each start, and opens their personal meeting in exactly one tab', async () => {
    const ana = await on.windowOf('ana');
    await callButton(ana).click();
    await ana.getByRole('dialog', {name: 'Which meeting ID?'}).waitFor();
    expect(tabsOf(ana)).toBe(0);
    await keepScreenshot(ana, 'which-meeting-id');
    const opened = ana.context().waitForEvent('page');
    await ana.getByRole('button', {name: 'My personal one'}).click();
    await (await opened).waitForURL(new RegExp(`/j/${inZoom().pmi}`));
    await ana.getByText(`Personal meeting ID ${spaced(inZoom().pmi)}`).waitFor();
    expect(tabsOf(ana)).toBe(1);
  });

  it('hears it when Zoom has none for them, and has a new one', async () => {
    const ana = await on.windowOf('ana');
    on.sandbox.zoom.changeUser('ana@example.com', {hasPersonalRoom: false});
    await callButton(ana).click();
    await ana.getByRole('button', {name: 'My personal one'}).click();
    await ana.locator('.zoom-notice').getByText('personal meeting ID').waitFor();
    await keepScreenshot(ana, 'no-personal-meeting-id');
    await card(ana, 'Zoom meeting')
      .last()
      .getByText(/^Meeting ID/)
      .waitFor();
    on.sandbox.zoom.changeUser('ana@example.com', {hasPersonalRoom: true});
  });
});

describe('A start where many read', () => {
  it('is asked about after the meeting ID, with the number of members, and keeps that choice', async () => {
    const {mattermost} = on.sandbox;
    await mattermost.setPluginConfig({...mattermost.state.settings, confirmabove: 2});
    const ana = await on.windowOf('ana');
    await callButton(ana).click();
    await ana.getByRole('button', {name: 'My personal one'}).click();
    await ana.getByRole('dialog', {name: /^Post to \d+ members\?$/}).waitFor();
    await keepScreenshot(ana, 'many-members');
    await ana.getByRole('button', {name: 'Start and post'}).click();
    await ana
      .getByText(`Personal meeting ID ${spaced(inZoom().pmi)}`)
      .last()
      .waitFor();
    await mattermost.setPluginConfig({...mattermost.state.settings, confirmabove: 0});
  });
});
