import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Browser, Page} from 'playwright-core';
import {launchBrowser} from '../support/browser.js';
import {buildTestPage, type TestScripts} from './build-test-page.js';
import {screenshot, violations} from './look.js';
import {type OpenedPage, openTestPage, type Reply} from './open-test-page.js';
import {CHANNEL, CLIENT, JOIN_URL, NOW, sampleScene, THREAD} from './sample-scene.js';

let browser: Browser;
let scripts: TestScripts;
let opened: OpenedPage | undefined;

beforeAll(async () => {
  [browser, scripts] = await Promise.all([launchBrowser(), buildTestPage()]);
});
afterEach(() => opened?.context.close());
afterAll(() => browser.close());

const MEETINGS = 'POST /plugins/zoom/api/v1/meetings';
const FORCED = `${MEETINGS}?force=true`;
const CALL = 'POST /plugins/zoom/api/v1/meetings';
const STARTED = {body: {meeting_url: JOIN_URL, post_id: 'p'.repeat(26)}};
const EXISTING = {
  meeting_url: JOIN_URL,
  topic: 'Weekly planning',
  host_name: 'Ana',
  provider: 'Zoom',
  opened_at: NOW - 4 * 60_000,
};
const EXISTS = {status: 409, body: {code: 'meeting_exists', message: 'There is one.', meeting: EXISTING}};

async function open(options: Partial<Parameters<typeof openTestPage>[1]> = {}): Promise<OpenedPage> {
  opened = await openTestPage(browser, {scripts, replies: {[MEETINGS]: () => STARTED}, ...options});
  return opened;
}

const startButton = (page: Page) => page.locator('#header button');
const starts = ({asked}: OpenedPage) => asked.filter(({call}) => call.startsWith(CALL));

/** A reply that waits until the test lets it go. */
function held(reply: Reply): {give: () => Promise<Reply>; letGo: () => void} {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return {give: () => gone.then(() => reply), letGo: () => letGo()};
}

describe.each([18, 19] as const)('A start by the call button on React %i', (react) => {
  it('opens the meeting in exactly one tab, and says so to those who hear the page', async () => {
    const now = await open({react});
    const [tab] = await Promise.all([now.context.waitForEvent('page'), startButton(now.page).click()]);
    await tab.waitForURL(JOIN_URL);
    await now.page.getByText('Meeting started').waitFor({state: 'attached'});
    expect(now.context.pages()).toHaveLength(2);
    expect(now.visited).toEqual([JOIN_URL]);
    expect(starts(now).map(({body}) => body)).toEqual([{channel_id: CHANNEL, root_id: '', topic: ''}]);
    expect(now.leaks).toEqual([]);
  });

  it('A-04 carries the token that Mattermost asks for', async () => {
    const now = await open({react});
    await startButton(now.page).click();
    await now.page.getByText('Meeting started').waitFor({state: 'attached'});
    expect(starts(now)[0]?.headers).toMatchObject({
      'x-csrf-token': 'csrf-token',
      'x-requested-with': 'XMLHttpRequest',
    });
  });

  it('S-10 pressed five times asks once, and says meanwhile that it is at work', async () => {
    const answer = held(STARTED);
    const now = await open({react, replies: {[MEETINGS]: answer.give}});
    await startButton(now.page).click();
    await now.page.locator('#header').getByRole('button', {name: 'Starting…'}).waitFor();
    for (let again = 0; again < 4; again += 1) await startButton(now.page).click({force: true});
    answer.letGo();
    await now.page.getByText('Meeting started').waitFor({state: 'attached'});
    expect(starts(now)).toHaveLength(1);
    expect(now.context.pages()).toHaveLength(2);
  });
});

describe('A meeting in the way', () => {
  const replies = {[MEETINGS]: () => EXISTS, [FORCED]: () => STARTED};

  it.each(['light', 'dark'] as const)(
    'is asked about in a dialog without a fault for axe, %s',
    async (theme) => {
      const {page, context} = await open({replies, theme});
      await startButton(page).click();
      await page.getByText('Ana started “Weekly planning” here 4 minutes ago.').waitFor();
      await screenshot(page, `choice-${theme}`);
      expect(await violations(page)).toEqual([]);
      expect(context.pages()).toHaveLength(1);
    },
  );

  it('keeps the focus in the dialog, closes with Escape, and gives the focus back', async () => {
    const {page} = await open({replies});
    await startButton(page).focus();
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.getByRole('dialog').waitFor();
    const round = [];
    for (let step = 0; step < 4; step += 1) {
      round.push(await focused());
      await page.keyboard.press('Tab');
    }
    expect(round).toEqual(['Join it', 'Start another', 'Cancel', 'Join it']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Cancel');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({state: 'detached'});
    expect(await focused()).toBe('Zoom meeting');
  });

  it('is joined in one tab', async () => {
    const now = await open({replies});
    await startButton(now.page).click();
    const [tab] = await Promise.all([
      now.context.waitForEvent('page', (page) => page.url() !== 'about:blank'),
      now.page.getByRole('link', {name: 'Join it'}).click(),
    ]);
    await tab.waitForURL(JOIN_URL);
    expect(now.context.pages()).toHaveLength(2);
    expect(await now.page.getByRole('dialog').count()).toBe(0);
  });

  it('does not keep anybody from another one', async () => {
    const now = await open({replies});
    await startButton(now.page).click();
    await now.page.getByRole('button', {name: 'Start another'}).click();
    await now.page.getByText('Meeting started').waitFor({state: 'attached'});
    expect(starts(now).map(({call}) => call)).toEqual([MEETINGS, FORCED]);
    expect(now.context.pages()).toHaveLength(2);
  });

  it.each([
    ['https://meet.example.org/abc', 'Join it at meet.example.org'],
    ['javascript:alert(1)', undefined],
    ['http://meet.example.org/abc', undefined],
    ['https://zoom.us@evil.example/j/1', undefined],
  ])('of another service at %s is offered as %s', async (url, link) => {
    const meeting = {...EXISTING, provider: 'Jitsi', meeting_url: url};
    const body = {code: 'meeting_exists', message: 'There is one.', meeting};
    const {page} = await open({replies: {[MEETINGS]: () => ({status: 409, body})}});
    await startButton(page).click();
    await page.getByText('with Jitsi').waitFor();
    const links = page.getByRole('dialog').getByRole('link');
    expect(await links.allTextContents()).toEqual(link === undefined ? [] : [link]);
  });
});

describe('A tab that the browser blocks', () => {
  it.each(['light', 'dark'] as const)('leaves a link, in a %s theme', async (theme) => {
    const {page, visited} = await open({theme});
    await page.evaluate(() => {
      window.open = () => null;
    });
    await startButton(page).click();
    const link = page.getByRole('link', {name: 'Open the meeting'});
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(JOIN_URL);
    await screenshot(page, `blocked-${theme}`);
    expect(await violations(page)).toEqual([]);
    expect(visited).toEqual([]);
  });
});

describe('A start that fails', () => {
  it.each([
    [
      'a refusal of the server',
      {status: 422, body: {code: 'not_in_zoom', message: 'Zoom does not know `ben@x.example`.'}},
      'Zoom does not know ben@x.example.',
    ],
    ['a page of a proxy', {status: 502, body: []}, 'status 502'],
    ['no answer', 'nothing', 'The server did not answer'],
    [
      'a link to a strange host',
      {body: {meeting_url: 'https://zoom.us.evil.example/j/1', post_id: ''}},
      'zoom.us.evil.example, which this server does not trust',
    ],
  ] as const)('by %s says why, and leaves no tab', async (_, reply, text) => {
    const {page, context} = await open({replies: {[MEETINGS]: () => reply as Reply}});
    await startButton(page).click();
    await page.getByText(text).waitFor();
    expect(context.pages()).toHaveLength(1);
    expect(await page.getByRole('link').count()).toBe(0);
    await page.getByRole('button', {name: 'Close'}).click();
    expect(await page.getByText(text).count()).toBe(0);
  });
});

describe('Whoever wants no tab', () => {
  it('gets none', async () => {
    const scene = sampleScene({preferences: {'pp_zoom--open': 'off'}});
    const {page, context} = await open({scene});
    await startButton(page).click();
    await page.getByText('Meeting started').waitFor({state: 'attached'});
    expect(context.pages()).toHaveLength(1);
  });
});

describe('A start elsewhere', () => {
  it('in the Threads view is in the thread', async () => {
    const post = () => ({body: {id: THREAD, channel_id: CHANNEL, root_id: ''}});
    const now = await open({replies: {[MEETINGS]: () => STARTED, [`GET /api/v4/posts/${THREAD}`]: post}});
    await now.page.locator('[data-place=app-bar]').click();
    await now.page.getByText('Meeting started').waitFor({state: 'attached'});
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
    await now.page.getByText('Meeting started').waitFor({state: 'attached'});
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
    await now.page.getByText('Meeting started').waitFor({state: 'attached'});
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
      const {registered, listeners} = window.testPage;
      const places = Object.entries(registered).filter(([, entries]) => entries.length > 0);
      return {
        places: places.map(([name]) => name),
        styles: document.querySelectorAll('head style[id]').length,
        gone: before - listeners(),
      };
    });
    // The page itself takes back a plugin's section of the System Console; there is no call for it.
    expect(left).toMatchObject({places: ['registerAdminConsoleCustomSection'], styles: 0});
    expect(left.gone).toBeGreaterThanOrEqual(3);
    expect(await startButton(page).count()).toBe(0);
  });
});
