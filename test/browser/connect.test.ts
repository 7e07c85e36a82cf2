import {afterAll, afterEach, beforeAll, beforeEach, describe, it} from '@jest/globals';
import type {FrameLocator, Page} from 'playwright-core';
import {keepScreenshot} from '../support/browser-window.js';
import {callButton, card, newestPrivate, privateMessages, type} from '../support/chat-page.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';
import {decide, follow, says} from './zoom-pages.js';

let on: SandboxInBrowser;
let ana: Page;
/** The other side, beside the chat. */
let zoomSide: FrameLocator;
beforeAll(async () => {
  on = await openSandboxInBrowser({showsZoom: true, connection: 'user'});
}, 60_000);
beforeEach(async () => {
  ana = await on.windowOf('ana', {height: 900});
  zoomSide = ana.frameLocator('iframe[title="Zoom simulator"]');
});
afterEach(async () => {
  await on.tidyUp();
  on.sandbox.zoom.setUpApp('general_user');
  for (const {userId} of on.sandbox.zoom.consents.filter(({status}) => status === 'connected')) {
    on.sandbox.zoom.revokeConsent(userId);
  }
});
afterAll(() => on.close());

/** Types the command, and presses the link of the private answer. */
async function connect(page: Page, command = '/zoom connect'): Promise<Page> {
  await type(page, command);
  return follow(newestPrivate(page).getByRole('link', {name: /^Connect /}));
}

describe('Somebody who connects their own Zoom account', () => {
  it('is asked at the first start, agrees in Zoom, and finds the meeting where they asked for it', async () => {
    await type(ana, '/zoom start Weekly planning');
    await newestPrivate(ana).getByText('connect your Zoom account once').waitFor();
    await keepScreenshot(ana, 'connect-prompt');
    const tab = await follow(newestPrivate(ana).getByRole('link', {name: 'Connect your Zoom account'}));
    await keepScreenshot(tab, 'connect-zoom-sign-in');
    await decide(tab, 'Ana Silva');
    await says(tab, 'You are connected as ana@example.com', 'connect-done');
    await card(ana, 'Weekly planning').waitFor();
    await newestPrivate(ana).getByText('You are connected to Zoom as ana@example.com.').waitFor();
    await keepScreenshot(ana, 'connect-started');
    await zoomSide.getByText('Ana Silva').getByRole('button', {name: 'Revoke in Zoom'}).waitFor();
  });

  it('is asked after a press as well, goes to Zoom with one more, and finds the meeting there', async () => {
    await callButton(ana).click();
    const link = ana.getByRole('link', {name: 'Connect your Zoom account'});
    await link.waitFor();
    await keepScreenshot(ana, 'connect-pressed');
    const tab = await follow(link);
    await decide(tab, 'Ana Silva');
    await says(tab, 'You are connected as ana@example.com', 'connect-pressed-done');
    await ana
      .getByRole('group', {name: /^Zoom meeting/})
      .getByText('Waiting for the host')
      .waitFor();
  });

  it('connects again after they have removed the app in Zoom, and starts then', async () => {
    await decide(await connect(ana), 'Ana Silva');
    await newestPrivate(ana).getByText('You are connected to Zoom').waitFor();
    await zoomSide.getByRole('button', {name: 'Revoke in Zoom'}).click();
    await zoomSide.getByText('Nobody has connected.').waitFor();
    const tab = await connect(ana, '/zoom start Retrospective');
    await keepScreenshot(ana, 'connect-revoked');
    await decide(tab, 'Ana Silva');
    await card(ana, 'Retrospective').waitFor();
  });

  it('reads on the page and in the chat what happened where they decline', async () => {
    const tab = await connect(ana);
    await decide(tab, 'Ana Silva', 'Decline');
    await says(tab, 'Zoom was not connected', 'connect-declined');
    await privateMessages(ana).getByText('You have not agreed in Zoom.').last().waitFor();
  });

  it('is told that the address in Zoom is another one, where they sign in there as somebody else', async () => {
    on.sandbox.zoom.changeAccount({isPublished: true});
    await decide(await connect(ana), 'Ida Holm');
    await newestPrivate(ana).getByText('connected to Zoom as ida@example.net').waitFor();
    await newestPrivate(ana).getByText('Nobody but you is told.').waitFor();
    await keepScreenshot(ana, 'connect-other-address');
  });

  it('is taken to the sign-in where their browser has no session, and on to Zoom from there', async () => {
    const tab = await ana.context().newPage();
    await tab.goto(`${on.sandbox.mattermost.siteUrl}/plugins/zoom/oauth2/connect`);
    await tab.getByRole('button', {name: 'Ben Okafor'}).click();
    await tab.getByRole('heading', {name: 'Sign in to Zoom'}).waitFor();
    await decide(tab, 'Ben Okafor');
    await says(tab, 'You are connected as ben@example.com', 'connect-signed-in');
  });
});

describe('A mistake of the set-up', () => {
  const {zoomSays, pageSays} = {
    zoomSays: (text: string) => async (tab: Page) => {
      await tab.getByRole('alert').filter({hasText: text}).waitFor();
    },
    pageSays: (text: string, picture: string) => async (tab: Page) => {
      await says(tab, 'Zoom was not connected', picture);
      await tab.getByText(text).waitFor();
    },
  };

  it.each<[mistake: string, spoil: (on: SandboxInBrowser) => unknown, shown: (tab: Page) => Promise<void>]>([
    [
      'a redirect address that the app does not have',
      ({sandbox: {zoom}}) => zoom.changeAccount({redirectUris: ['https://chat.example.com/complete']}),
      zoomSays('Invalid redirect'),
    ],
    [
      'a Server-to-Server app',
      ({sandbox: {zoom}}) => zoom.setUpApp('server_to_server'),
      zoomSays('This is a Server-to-Server OAuth app.'),
    ],
    [
      'an app that is switched off',
      ({sandbox: {zoom}}) => zoom.changeAccount({isActivated: false}),
      zoomSays('The app has been disabled.'),
    ],
  ])('is shown by Zoom itself: %s', async (_mistake, spoil, shown) => {
    await spoil(on);
    await shown(await connect(ana));
  });

  it('is told where a private app refuses somebody of another account', async () => {
    const tab = await connect(ana);
    await tab.getByRole('button', {name: 'Ida Holm'}).click();
    await tab.getByText('only people of the developer’s own account').waitFor();
  });

  it.each<[mistake: string, spoil: (on: SandboxInBrowser) => unknown, shown: (tab: Page) => Promise<void>]>([
    [
      'a secret of another app',
      ({sandbox: {mattermost}}) =>
        mattermost.setPluginConfig({...mattermost.state.settings, OAuthClientSecret: 'x'.repeat(32)}),
      pageSays('does not accept the Client ID and Client Secret', 'connect-wrong-secret'),
    ],
    [
      'a scope that is missing',
      ({sandbox: {zoom}}) =>
        zoom.changeAccount({scopes: zoom.account.scopes.filter((scope) => !scope.startsWith('meeting:w'))}),
      pageSays('meeting:write:meeting', 'connect-missing-scope'),
    ],
    [
      'an app for a whole account',
      ({sandbox: {zoom}}) => zoom.setUpApp('general_admin'),
      pageSays('Zoom granted more than this connection may have.', 'connect-foreign-scopes'),
    ],
  ])('is named on the page to which Zoom leads back: %s', async (_mistake, spoil, shown) => {
    const {mattermost} = on.sandbox;
    const {settings} = mattermost.state;
    await spoil(on);
    const ada = await on.windowOf('ada');
    try {
      const tab = await connect(ada);
      await decide(tab, 'Ada Berg');
      await shown(tab);
      await privateMessages(ada).getByText('Zoom was not connected').last().waitFor();
    } finally {
      await mattermost.setPluginConfig(settings);
    }
  });
});
