import {describe, expect, it} from '@jest/globals';
import type {OpenedPage, OpenOptions} from './open-test-page.js';
import {CHANNEL, CLIENT, JOIN_URL, NOW, sampleScene, THREAD} from './sample-scene.js';
import {announced, MEETINGS, STARTED, startButton, starts} from './starts.js';
import {withBrowser} from './with-browser.js';

const openPage = withBrowser({leadsAway: true});
const open = (options: OpenOptions = {}): Promise<OpenedPage> =>
  openPage({replies: {[MEETINGS]: () => STARTED}, ...options});

describe('A start elsewhere', () => {
  it('in the Threads view is in the thread', async () => {
    const post = () => ({body: {id: THREAD, channel_id: CHANNEL, root_id: ''}});
    const now = await open({replies: {[MEETINGS]: () => STARTED, [`GET /api/v4/posts/${THREAD}`]: post}});
    await now.page.locator('[data-place=app-bar]').click();
    await announced(now.page, 'Meeting started');
    expect(starts(now)[0]?.body).toEqual({channel_id: CHANNEL, root_id: THREAD, topic: ''});
  });

  it('about a post is in its thread, and is called as it begins', async () => {
    const post = {
      id: 'q'.repeat(26),
      user_id: 'a'.repeat(26),
      channel_id: CHANNEL,
      create_at: NOW,
      message: 'Who can **review** [this](https://x.example)?',
    };
    const now = await open({scene: sampleScene({posts: [post]})});
    await now.page.getByRole('button', {name: 'Start Zoom meeting about this'}).click();
    await announced(now.page, 'Meeting started');
    expect(starts(now)[0]?.body).toEqual({
      channel_id: CHANNEL,
      root_id: post.id,
      topic: 'Who can review this?',
    });
  });

  it('with a person is in the direct channel of the two', async () => {
    const direct = {[`POST /api/v4/channels/direct`]: () => ({status: 201, body: {id: 'd'.repeat(26)}})};
    const scene = sampleScene({reader: 'a'.repeat(26)});
    const now = await open({scene, replies: {[MEETINGS]: () => STARTED, ...direct}});
    await now.page.locator('.zoom-person').click();
    await announced(now.page, 'Meeting started');
    expect(starts(now)[0]?.body).toEqual({channel_id: 'd'.repeat(26), root_id: '', topic: ''});
  });

  it.each([
    'registerCallButtonAction',
    'registerAppBarComponent',
    'registerRootComponent',
    'registerUserSettings',
  ])('works on a page without %s', async (missing) => {
    const now = await open({scene: sampleScene({without: [missing]})});
    const [tab] = await Promise.all([now.context.waitForEvent('page'), startButton(now.page).click()]);
    await tab.waitForURL(JOIN_URL);
    expect(now.complaints).toEqual([]);
  });
});

describe('The button in a person’s profile', () => {
  it('keeps a distance to the edges of a popover that has none', async () => {
    const {page} = await open({scene: sampleScene({reader: 'a'.repeat(26)})});
    const [outer, inner] = [
      await page.locator('.user-popover').boundingBox(),
      await page.locator('.zoom-person').boundingBox(),
    ];
    if (outer === null || inner === null) throw new Error('The button is not drawn.');
    expect(inner.x - outer.x).toBeGreaterThanOrEqual(16);
    expect(outer.x + outer.width - inner.x - inner.width).toBeGreaterThanOrEqual(16);
    expect(outer.y + outer.height - inner.y - inner.height).toBeGreaterThanOrEqual(8);
  });
});

describe('While nothing is configured', () => {
  const client = (more: object) => ({
    'GET /plugins/zoom/api/v1/client': () => ({body: {...CLIENT, configured: false, ...more}}),
  });

  it('there is no button, and one comes when that changes', async () => {
    let configured = false;
    const replies = {'GET /plugins/zoom/api/v1/client': () => ({body: {...CLIENT, configured}})};
    const {page} = await open({replies});
    await page.waitForFunction(
      () => (window.testPage.registered['registerPostTypeComponent'] ?? []).length > 0,
    );
    expect(await startButton(page).count()).toBe(0);
    configured = true;
    await page.evaluate(() => {
      Math.random = () => 0;
      window.testPage.fire('custom_zoom_client_changed');
    });
    await startButton(page).waitFor();
  });

  it('the button takes an administrator to the settings', async () => {
    const {page, asked} = await open({replies: client({is_admin: true})});
    await page.evaluate(() => {
      Object.assign(window, {
        WebappUtils: {browserHistory: {push: (path: string) => (document.title = path)}},
      });
    });
    await page.getByRole('button', {name: 'Set up Zoom'}).first().click();
    expect(await page.title()).toBe('/admin_console/plugins/plugin_zoom');
    expect(asked.filter(({call}) => call.startsWith('POST'))).toEqual([]);
  });
});

describe('Switched off, the script', () => {
  it('leaves nothing behind', async () => {
    const {page} = await open();
    await startButton(page).waitFor();
    const left = await page.evaluate(() => {
      const before = window.testPage.listeners();
      window.testPage.uninitialize();
      const {registered} = window.testPage;
      const places = Object.entries(registered).filter(([, entries]) => entries.length > 0);
      return {
        places: places.map(([name]) => name),
        styles: document.querySelectorAll('head style[id^=zoom]').length,
        gone: before - window.testPage.listeners(),
      };
    });
    // The page itself takes back a plugin's section of the System Console; there is no call for it.
    expect(left).toMatchObject({places: ['registerAdminConsoleCustomSection'], styles: 0});
    expect(left.gone).toBeGreaterThanOrEqual(3);
    expect(await startButton(page).count()).toBe(0);
  });
});
