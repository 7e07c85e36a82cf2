import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {FrameLocator, Page} from 'playwright-core';
import {whenFound} from '../../sandbox/zoom/state/when-found.js';
import {keepScreenshot} from '../support/browser-window.js';
import {card, newestPrivate, type} from '../support/chat-page.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';
import {decide, follow, says} from './zoom-pages.js';

let on: SandboxInBrowser;
let ada: Page;
let ana: Page;
/** The other side, beside the administrator's chat. */
let zoomSide: FrameLocator;
beforeAll(async () => {
  on = await openSandboxInBrowser({showsZoom: true});
  await chooseInBothPlaces();
}, 60_000);
beforeEach(async () => {
  [ada, ana] = [await on.windowOf('ada', {height: 900}), await on.windowOf('ana', {height: 900})];
  zoomSide = sideOf(ada);
});
afterEach(async () => {
  await on.tidyUp();
  on.sandbox.zoom.setUpApp('general_admin');
});
afterAll(() => on.close());

const sideOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Zoom simulator"]');

/** What somebody does who tries another connection: in the System Console, and in Zoom's Marketplace. */
async function chooseInBothPlaces(): Promise<void> {
  const page = await on.windowOf('ada', {height: 900});
  await page.getByRole('button', {name: 'System Console'}).click();
  await page.getByLabel('Connection', {exact: true}).selectOption('account');
  await page.getByText('Copy into Zoom').first().waitFor();
  await page.getByRole('button', {name: 'Save', exact: true}).click();
  await page.locator('button:disabled', {hasText: /^Save$/}).waitFor();
  await sideOf(page).getByRole('button', {name: 'General, admin-managed'}).click();
  await sideOf(page).getByText('Nobody has connected.').waitFor();
  await keepScreenshot(page, 'account-chosen');
  await on.tidyUp();
}

async function connect(): Promise<Page> {
  await type(ada, '/zoom connect');
  return follow(newestPrivate(ada).getByRole('link', {name: /^Connect (this|it)/}));
}

const isConnected = (email: string): boolean => {
  const {users, consents} = on.sandbox.zoom;
  const id = users.find((user) => user.email === email)?.id;
  return consents.some(({userId, status}) => userId === id && status === 'connected');
};

it('An administrator connects a whole account, and everybody starts meetings with their own address', async () => {
  await type(ana, '/zoom start Too early');
  await newestPrivate(ana).getByText('This server is not connected to Zoom yet.').waitFor();
  const tab = await connect();
  await keepScreenshot(ada, 'account-prompt');
  await decide(tab, 'Ada Berg');
  await says(tab, 'This server is connected by ada@example.com', 'account-done');
  await newestPrivate(ada).getByText('connected to Zoom for everyone, by ada@example.com').waitFor();
  await type(ana, '/zoom start Weekly planning');
  await card(ana, 'Weekly planning').waitFor();
  expect(on.sandbox.zoom.meetings).toHaveLength(1);
});

it('Zoom itself refuses somebody who is no administrator of the account', async () => {
  const tab = await connect();
  await tab.getByRole('button', {name: 'Ben Okafor'}).click();
  await tab.getByText('only an admin or the owner of your account can').waitFor();
});

it('An administrator who has removed the app in Zoom is told, and connects it anew', async () => {
  await zoomSide.getByRole('button', {name: 'Revoke in Zoom'}).click();
  await zoomSide.getByText('Nobody has connected.').waitFor();
  await type(ana, '/zoom start Retrospective');
  await newestPrivate(ana).getByText('Zoom no longer accepts').waitFor();
  const chats = ada.getByRole('navigation', {name: 'Channels'});
  await chats.getByText('zoom').click();
  await ada.getByText('Zoom no longer accepts the connection of this server.').waitFor();
  await keepScreenshot(ada, 'account-revoked');
  const tab = await follow(ada.getByRole('link', {name: 'Connect this server to Zoom'}).last());
  await decide(tab, 'Ada Berg');
  await says(tab, 'This server is connected by ada@example.com', 'account-again');
  await type(ana, '/zoom start Retrospective');
  await card(ana, 'Retrospective').waitFor();
});

it('Another account takes the place of the connected one only after a press of its administrator', async () => {
  on.sandbox.zoom.changeAccount({isPublished: true});
  const tab = await connect();
  await decide(tab, 'Ida Holm');
  await says(tab, 'Another Zoom account is connected already', 'account-another');
  expect(isConnected('ada@example.com')).toBe(true);
  await ada.getByRole('navigation', {name: 'Channels'}).getByText('zoom').click();
  const replace = ada.getByRole('button', {name: 'Replace the Zoom account'});
  await replace.waitFor();
  await keepScreenshot(ada, 'account-replace');
  await replace.click();
  await ada.getByText('connected to Zoom for everyone, by ida@example.net').waitFor();
  await keepScreenshot(ada, 'account-replaced');
  await whenFound(on.sandbox.zoom, () => !isConnected('ada@example.com') || undefined);
  expect(isConnected('ida@example.net')).toBe(true);
});
