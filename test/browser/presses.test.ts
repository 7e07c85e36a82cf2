import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {keepScreenshot} from '../support/browser-window.js';
import {collapseThreads, pressPrivate, privateMessages, type} from '../support/chat-page.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';

let on: SandboxInBrowser;
beforeAll(async () => {
  on = await openSandboxInBrowser();
}, 120_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

/** A client that does not draw our cards keeps every button in the private message. */
const MOBILE = 'Mattermost Mobile/2.30.0+600 (ios; 18.1; iPhone 15)';

const open = async (person: 'ana' | 'ben', collapses: boolean): Promise<Page> => {
  const page = await on.windowOf(person, {userAgent: MOBILE, blocksPopups: true});
  await collapseThreads(page, collapses);
  return page;
};
/** A clock that differs by an hour is not to be had: what is too old was signed for another key. */
const newest = (page: Page) => privateMessages(page).last();

describe.each([
  ['collapsed threads', true],
  ['threads in the channel', false],
])('with %s, a press shows where the presser looks', (mode, collapses) => {
  it('the host link, in place of the message and under the name of the bot', async () => {
    const ana = await open('ana', collapses);
    await type(ana, '/zoom start Pressed');
    await pressPrivate(ana, 'Start as host');
    await newest(ana).getByRole('link', {name: 'Start "Pressed" as host'}).waitFor();
    expect(await newest(ana).getByText('zoom', {exact: true}).count()).toBe(1);
    expect(await privateMessages(ana).count()).toBe(1);
    await keepScreenshot(ana, `host-link-${mode.replaceAll(' ', '-')}`);
    await pressPrivate(ana, 'Start as host');
    await newest(ana).getByRole('link', {name: 'Start "Pressed" as host'}).waitFor();
    const number = on.sandbox.zoom.meetings.at(-1)?.number ?? 0;
    on.sandbox.zoom.startMeeting(number);
    on.sandbox.zoom.endMeeting(number);
    await on.sandbox.zoom.webhooksSettled();
    await pressPrivate(ana, 'Start as host');
    await newest(ana).getByText('This meeting has ended').waitFor();
    expect(await newest(ana).getByRole('button', {name: 'Start as host'}).count()).toBe(0);
  });

  it('another meeting, with its button for the host', async () => {
    const [ana, ben] = [await open('ana', collapses), await open('ben', collapses)];
    await type(ana, '/zoom start First');
    await newest(ana).getByRole('button', {name: 'Start as host'}).waitFor();
    await type(ben, '/zoom start Second');
    await pressPrivate(ben, 'Start another');
    await newest(ben).getByText('Your meeting is in the channel').waitFor();
    await pressPrivate(ben, 'Start as host');
    await newest(ben).getByRole('link', {name: 'Start "Second" as host'}).waitFor();
  });

  it('each choice of the settings, and the next choice below it', async () => {
    const ana = await open('ana', collapses);
    await type(ana, '/zoom settings');
    for (const [button, state] of [
      ['Do not open my meetings', 'A meeting that you start does not open by itself.'],
      ['Use the Zoom app', 'Join links open in the Zoom app.'],
      ['Use the browser', 'Join links open in the browser.'],
      ['Open my meetings', 'A meeting that you start opens by itself.'],
    ] as const) {
      await pressPrivate(ana, button);
      await newest(ana).getByText(state).waitFor();
    }
    expect(await privateMessages(ana).count()).toBe(1);
  });

  it('that a button is of another key, or of somebody else', async () => {
    const [ana, ben] = [await open('ana', collapses), await open('ben', collapses)];
    await type(ana, '/zoom settings');
    await newest(ana).getByRole('button', {name: 'Use the Zoom app'}).waitFor();
    const {mattermost} = on.sandbox;
    const shown = mattermost.state.ephemeral.at(-1)?.post;
    const message = 'A button that I copied';
    const props = {attachments: shown?.props['attachments']};
    const post = {...shown, id: '', user_id: shown?.user_id ?? '', channel_id: shown?.channel_id ?? ''};
    const stored = {...post, id: `copied${mode.length}`.padEnd(26, 'x'), message, props, type: ''};
    mattermost.seed({posts: [stored]});
    const again = await on.windowOf('ben', {userAgent: MOBILE, query: `?again=${mode.length}`});
    await again.getByText(message).last().waitFor();
    await again
      .locator('article')
      .filter({hasText: message})
      .getByRole('button', {name: 'Use the Zoom app'})
      .last()
      .click();
    await newest(again).getByText('This button is not yours').waitFor();
    await ben.close();
    await mattermost.setPluginConfig({
      ...mattermost.state.settings,
      encryptionkey: 'another-key-of-32-characters-xxxx',
    });
    await pressPrivate(ana, 'Use the Zoom app');
    await newest(ana).getByText("the plugin's key was changed").waitFor();
  });
});
