import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Browser, Page} from 'playwright-core';
import {createPage} from '../../sandbox/browser/create-page.js';
import {createSandbox, type Sandbox} from '../../sandbox/sandbox.js';
import {connectBrowser} from '../support/browser.js';
import {keepScreenshot} from '../support/browser-window.js';
import {type} from '../support/chat-page.js';
import {shared} from '../support/shared/shared.js';

/** A web app of a plugin with nothing but a page of its own. */
const WEB_APP = `window.registerPlugin('zoom', {
  initialize(registry) {
    registry.registerCustomRoute('/connect', () => React.createElement('h1', null, 'A page of the plugin'));
  },
});`;

/** A route of the plugin that a person may open, and nobody else. */
const ROUTE = '/plugins/zoom/api/v1/client';

let sandbox: Sandbox;
let browser: Browser;
/** Everything in it is one browser: its windows share their cookies. */
let open: (path: string) => Promise<Page>;
let leave: () => Promise<void>;

beforeAll(async () => {
  const [{folder}, scripts, connected] = await Promise.all([
    shared('plugin'),
    shared('chatPage'),
    connectBrowser(),
  ]);
  browser = connected;
  sandbox = await createSandbox({
    pluginDir: folder,
    buildPage: () => createPage({scripts, webApp: WEB_APP}),
  });
}, 60_000);
beforeEach(async () => {
  const context = await browser.newContext();
  open = async (path) => {
    const page = await context.newPage();
    await page.goto(`${sandbox.mattermost.siteUrl}${path}`);
    return page;
  };
  leave = () => context.close();
});
afterEach(() => leave());
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

/** Somebody writes a link to the plugin, and presses it. */
async function follow(page: Page): Promise<Page> {
  await type(page, `[Open](${sandbox.mattermost.siteUrl}${ROUTE})`);
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', {name: 'Open', exact: true}).last().click();
  const tab = await opened;
  await tab.waitForLoadState();
  return tab;
}

const status = (page: Page): Promise<number> =>
  page.evaluate(async (route) => (await fetch(route)).status, ROUTE);

const cookies = async (page: Page): Promise<number> => (await page.context().cookies()).length;

describe('the sign-in page of the sandbox', () => {
  it('lets a person choose who they are, and leads on to the page of the plugin in their seat', async () => {
    const page = await open('/plug/zoom/connect');
    expect(new URL(page.url()).pathname).toBe('/login');
    expect(await cookies(page)).toBe(0);
    await keepScreenshot(page, 'sandbox-sign-in');
    await page.getByRole('button', {name: 'Ben Okafor'}).click();
    await page.getByRole('heading', {name: 'A page of the plugin'}).waitFor();
    expect(new URL(page.url()).pathname).toBe('/as/ben/plug/zoom/connect');
    expect(await status(page)).toBe(200);
  });

  it('can be used with the keyboard alone', async () => {
    const page = await open('/login');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Welcome.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/as/ana/');
  });
});

describe('a link to the plugin', () => {
  it('is opened from somebody’s window as that person, below the Site URL, without a sign-in', async () => {
    const tab = await follow(await open('/as/ana/'));
    expect(tab.url()).toBe(`${sandbox.mattermost.siteUrl}${ROUTE}`);
    expect(await tab.textContent('body')).toContain('"configured":true');
  });

  it('changes nothing about the windows of others in the same browser', async () => {
    const ana = await open('/as/ana/');
    await follow(await open('/as/ben/'));
    await ana.reload();
    await ana.getByText('Welcome.').waitFor();
    await type(ana, 'It is still me');
    await ana.locator('article').filter({hasText: 'It is still me'}).getByText('Ana Silva').waitFor();
  });
});

describe('a page that no plugin has', () => {
  it('says so, and leads back', async () => {
    const page = await open('/as/ana/plug/zoom/nothing');
    await page.getByText('There is no page /plug/zoom/nothing.').waitFor();
    await page.getByRole('link', {name: 'Back to the channels'}).click();
    await page.getByText('Welcome.').waitFor();
  });
});
