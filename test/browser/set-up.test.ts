import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {keepScreenshot} from '../support/browser-window.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';

let on: SandboxInBrowser;
beforeAll(async () => {
  on = await openSandboxInBrowser();
}, 60_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

/** Presses the button and waits for what the test says. */
async function tested(page: Page, finding: string): Promise<void> {
  await page.getByRole('button', {name: 'Test connection'}).click();
  await page.getByText(finding).first().waitFor();
}
const openConsole = async (): Promise<Page> => {
  const page = await on.windowOf('ada');
  await page.getByRole('button', {name: 'System Console'}).click();
  await page.getByText('Copy into Zoom').first().waitFor();
  return page;
};

describe('the set-up page', () => {
  it('goes from empty to set up: what is typed is tested before it is saved, and the buttons appear', async () => {
    const {account, url, apiUrl} = on.sandbox.zoom;
    const {mattermost} = on.sandbox;
    const {encryptionkey} = mattermost.state.settings;
    await mattermost.setPluginConfig({
      encryptionkey,
      ZoomURL: url,
      ZoomAPIURL: apiUrl,
      AllowInsecureZoomURLs: true,
    });
    const ana = await on.windowOf('ana');
    expect(await ana.locator('.channel-header .zoom-call').count()).toBe(0);

    const page = await openConsole();
    await tested(page, 'Nothing is set up yet.');
    const states = await page.locator('.zoom-step-head .zoom-state, .zoom-check .zoom-state').allInnerTexts();
    expect(new Set(states.map((state) => state.trim()))).toEqual(new Set(['Not set up yet']));
    await keepScreenshot(page, 'set-up-empty');
    await page.getByLabel('Account ID').fill(account.id);
    await page.getByLabel('Client ID', {exact: true}).fill(account.clientId);
    await page.getByLabel('Client Secret', {exact: true}).fill('not this one');
    await page.getByLabel('Zoom Webhook Secret Token').fill(account.secretToken);
    await tested(page, 'Zoom knows no app with this');
    expect(mattermost.state.settings['accountid'] ?? '').toBe('');
    await page.getByLabel('Client Secret', {exact: true}).fill(account.clientSecret);
    await tested(page, 'Zoom let this server sign in.');
    await page.getByRole('button', {name: 'Save', exact: true}).click();
    await ana.locator('.channel-header .zoom-call').waitFor();
    await on.sandbox.subscribe();
    await keepScreenshot(page, 'set-up-done');
  });

  it.each<[mistake: string, spoil: (page: Page, on: SandboxInBrowser) => Promise<unknown>, finding: string]>([
    [
      'the ID and the secret swapped',
      async (page, {sandbox: {zoom}}) => {
        await page.getByLabel('Client ID', {exact: true}).fill(zoom.account.clientSecret);
        await page.getByLabel('Client Secret', {exact: true}).fill(zoom.account.clientId);
      },
      'swap the two',
    ],
    [
      'the Account ID of somebody else',
      (page) => page.getByLabel('Account ID').fill('aB3dE6gH9jK2mN5pQ8sT1w'),
      'it does not belong to this',
    ],
    [
      'an app of another kind',
      async (_page, {sandbox: {zoom}}) => zoom.changeAccount({appType: 'general_user'}),
      'This is not a Server-to-Server OAuth app',
    ],
    [
      'an app that is not activated',
      async (_page, {sandbox: {zoom}}) => zoom.changeAccount({isActivated: false}),
      'The app is not activated.',
    ],
    [
      'a scope missing',
      async (_page, {sandbox: {zoom}}) =>
        zoom.changeAccount({
          scopes: zoom.account.scopes.filter((scope) => !scope.startsWith('meeting:write')),
        }),
      'is missing. Use Zoom Marketplace → your app → Scopes',
    ],
  ])('names %s, and where to mend it', async (mistake, spoil, finding) => {
    const {zoom} = on.sandbox;
    const {appType, isActivated, scopes} = zoom.account;
    const page = await openConsole();
    await spoil(page, on);
    await tested(page, finding);
    await keepScreenshot(page, `set-up-${mistake.replaceAll(' ', '-')}`);
    zoom.changeAccount({appType, isActivated, scopes});
  });

  it('tests what is typed in the other sections of the page, and notices when it changes', async () => {
    const {mattermost} = on.sandbox;
    const page = await openConsole();
    await tested(page, 'Zoom let this server sign in.');
    await page.getByLabel('Zoom API URL', {exact: true}).fill('http://127.0.0.1:9/v2');
    await page.getByText('You changed something since this test.').waitFor();
    await page.getByLabel('Client Secret', {exact: true}).fill(on.sandbox.zoom.account.clientSecret);
    await page.locator('input[id$=".allowinsecurezoomurlsfalse"]').check();
    await tested(page, 'must begin with https');
    expect(await page.getByText('This page could not read').count()).toBe(0);
    expect(await page.locator('.zoom-is-wrong').count()).toBeGreaterThan(0);
    expect(mattermost.state.settings['allowinsecurezoomurls']).toBe(true);
  });

  it('tests a page to join as it is typed, and says nothing of one that nobody wants', async () => {
    const page = await openConsole();
    await tested(page, 'Zoom let this server sign in.');
    expect(await page.getByText('Can people join in the browser?').count()).toBe(0);
    await page.getByLabel('Join page URL').fill(on.sandbox.mattermost.siteUrl);
    await page.getByLabel('Client ID of the Meeting SDK app').fill('sdk-client');
    await tested(page, 'Client Secret of the Meeting SDK app is missing.');
    await page.getByLabel('Client Secret of the Meeting SDK app').fill('sdk-secret');
    await tested(page, 'Give it a host name of its own');
    await keepScreenshot(page, 'set-up-join-page');
  });

  it('shows only the fields of the connection that is chosen', async () => {
    const page = await openConsole();
    await page.getByLabel('Connection', {exact: true}).selectOption('jwt');
    await page.getByLabel('API Key').waitFor();
    await page.getByLabel('Account ID').waitFor({state: 'detached'});
    await page.getByLabel('Connection', {exact: true}).selectOption('server_to_server');
    await page.getByLabel('Account ID').waitFor();
    await page.getByLabel('API Key').waitFor({state: 'detached'});
  });
});
