import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {Browser, Page} from 'playwright-core';
import {createZoomSimulator} from '../../sandbox/zoom/create-zoom-simulator.js';
import {whenFound} from '../../sandbox/zoom/state/when-found.js';
import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import {systemClock} from '../../server/lib/system-clock.js';
import {systemRandom} from '../../server/lib/system-random.js';
import {connectBrowser} from '../support/browser.js';
import {keepScreenshot} from '../support/browser-window.js';
import {axeScript} from './axe.js';
import {violations} from './look.js';

let browser: Browser;
let page: Page;
let zoom: ZoomSimulator;
/** Where the app wants the browser back; the simulator's own page does for it. */
let redirect: string;

beforeAll(async () => {
  browser = await connectBrowser();
  page = await browser.newPage({viewport: {width: 900, height: 760}});
  await page.route('**/axe.js', (route) => route.fulfill({body: axeScript, contentType: 'text/javascript'}));
}, 60_000);
beforeEach(async () => {
  zoom = await createZoomSimulator({clock: systemClock, random: systemRandom});
  zoom.addUser({email: 'ana@example.com', firstName: 'Ana', lastName: 'Silva'});
  zoom.addUser({email: 'eve@example.net', firstName: 'Eve', lastName: 'Moss', accountId: 'another'});
  redirect = `${zoom.url}/simulator/`;
  zoom.setUpApp('general_user', [redirect]);
});
afterEach(async () => {
  await page.goto('about:blank');
  await zoom.close();
});
afterAll(() => browser.close());

const authorizeUrl = (): string => {
  const query = {
    response_type: 'code',
    client_id: zoom.account.clientId,
    redirect_uri: redirect,
    state: 'the state',
  };
  return `${zoom.url}/oauth/authorize?${new URLSearchParams(query).toString()}`;
};
const press = (name: string | RegExp): Promise<void> => page.getByRole('button', {name}).click();
const backAtApp = async (): Promise<URLSearchParams> => {
  await page.waitForURL(`${redirect}?*`);
  return new URL(page.url()).searchParams;
};

async function exchange(code: string): Promise<number> {
  const {clientId, clientSecret} = zoom.account;
  const answer = await fetch(`${zoom.url}/oauth/token`, {
    method: 'POST',
    headers: {Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`},
    body: new URLSearchParams({grant_type: 'authorization_code', code, redirect_uri: redirect}),
  });
  return answer.status;
}

it('Somebody signs in, reads what they allow, connects, and revokes it in Zoom', async () => {
  await page.goto(authorizeUrl());
  expect(await violations(page)).toEqual([]);
  await keepScreenshot(page, 'zoom-sign-in');
  await press(/Ana Silva/);
  await page.getByText('View a past meeting').waitFor();
  expect(await violations(page)).toEqual([]);
  await keepScreenshot(page, 'zoom-consent');
  await press('Allow');
  const back = await backAtApp();
  expect(back.get('state')).toBe('the state');
  await page.getByText('Nobody has connected.').waitFor();
  expect(await exchange(back.get('code') ?? '')).toBe(200);
  await page.locator('.who').getByText('Ana Silva').waitFor();
  expect(await violations(page)).toEqual([]);
  await keepScreenshot(page, 'zoom-connections');
  await press('Revoke in Zoom');
  await page.getByText('Nobody has connected.').waitFor();
  expect(zoom.consents).toMatchObject([{status: 'revoked'}]);
});

it('Who has connected goes on with one press, and somebody of another account is told why not', async () => {
  zoom.issueTokens('ana@example.com');
  await page.goto(authorizeUrl());
  await press(/Eve Moss.*another Zoom account/);
  await page.getByText('only people of the developer’s own account').waitFor();
  expect(await violations(page)).toEqual([]);
  await keepScreenshot(page, 'zoom-mistake');
  await page.goBack();
  await press(/Continue as Ana Silva/);
  expect((await backAtApp()).has('code')).toBe(true);
});

it('The mistakes of a set-up can be made on Zoom’s side, and one press mends them all', async () => {
  await page.goto(`${zoom.url}/simulator/`);
  await page.getByText('make a mistake in it').click();
  const {scopes, clientId, clientSecret} = zoom.account;
  expect(await page.getByLabel('Client ID', {exact: true}).inputValue()).toBe(clientId);
  expect(await page.getByLabel('Client Secret', {exact: true}).inputValue()).toBe(clientSecret);
  const lists = {'Redirect addresses, one a line': ['https://wrong.example/'], 'Scopes, one a line': ['x:y']};
  for (const [label, [text = '']] of Object.entries(lists)) await page.getByLabel(label).fill(text);
  await page.getByLabel('Approved by the admin of the account').uncheck();
  await page.getByLabel('Published').check();
  await whenFound(zoom, () => zoom.account.isPublished || undefined);
  expect(zoom.account).toMatchObject({
    redirectUris: ['https://wrong.example/'],
    scopes: ['x:y'],
    isPublished: true,
    isPreApproved: false,
    isActivated: true,
  });
  await keepScreenshot(page, 'zoom-app-settings');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', {name: 'General, admin-managed', pressed: false}).click();
  await page.getByText('an admin authorises for the whole account').waitFor();
  await page.getByRole('button', {name: 'General, admin-managed', pressed: true}).waitFor();
  expect(zoom.account).toMatchObject({
    appType: 'general_admin',
    redirectUris: [redirect],
    scopes,
    isPublished: false,
    isPreApproved: true,
  });
});
