import {describe, expect, it} from '@jest/globals';
import {screenshot, violations} from './look.js';
import {LOOK_THEMES} from './looks.js';
import type {OpenedPage, OpenOptions} from './open-test-page.js';
import {CHANNEL, JOIN_URL, sampleScene} from './sample-scene.js';
import type {Reply} from './serve-test-page.js';
import {announced, MEETINGS, STARTED, startButton, starts} from './starts.js';
import {withBrowser} from './with-browser.js';

const openPage = withBrowser({leadsAway: true});
const open = (options: OpenOptions = {}): Promise<OpenedPage> =>
  openPage({replies: {[MEETINGS]: () => STARTED}, ...options});

/** A reply that waits until the test lets it go. */
function held(reply: Reply): {give: () => Promise<Reply>; letGo: () => void} {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return {give: () => gone.then(() => reply), letGo: () => letGo()};
}

describe.each([18, 19] as const)('A start by the call button on React %i', (react) => {
  it('A-04 opens the meeting in exactly one tab, with the token that Mattermost asks for, and says so', async () => {
    const now = await open({react});
    const [tab] = await Promise.all([now.context.waitForEvent('page'), startButton(now.page).click()]);
    await tab.waitForURL(JOIN_URL);
    await announced(now.page, 'Meeting started');
    expect(now.context.pages()).toHaveLength(2);
    expect(now.visited).toEqual([JOIN_URL]);
    expect(starts(now).map(({body}) => body)).toEqual([{channel_id: CHANNEL, root_id: '', topic: ''}]);
    expect(starts(now)[0]?.headers).toMatchObject({
      'x-csrf-token': 'csrf-token',
      'x-requested-with': 'XMLHttpRequest',
    });
    expect(now.leaks).toEqual([]);
  });

  it('S-10 pressed five times asks once, and says meanwhile that it is at work', async () => {
    const answer = held(STARTED);
    const now = await open({react, replies: {[MEETINGS]: answer.give}});
    await startButton(now.page).click();
    await now.page.locator('#header').getByRole('button', {name: 'Starting…'}).waitFor();
    for (let again = 0; again < 4; again += 1) await startButton(now.page).click({force: true});
    answer.letGo();
    await announced(now.page, 'Meeting started');
    expect(starts(now)).toHaveLength(1);
    expect(now.context.pages()).toHaveLength(2);
  });
});

describe('A second start that the server answers with the first meeting', () => {
  it('opens no second tab', async () => {
    const now = await open();
    await startButton(now.page).click();
    await announced(now.page, 'Meeting started');
    // A gesture later: the channel's menu is another button for the same.
    await now.page.evaluate(() => {
      performance.now = () => 5_000;
    });
    await now.page.locator('[data-place=channel-menu] >> nth=0').click();
    await now.page.getByText('Your meeting is already open in another tab.').waitFor();
    expect(now.context.pages()).toHaveLength(2);
    expect(now.visited).toEqual([JOIN_URL]);
  });
});

describe('A tab that the browser blocks', () => {
  it.each(LOOK_THEMES)('leaves a link, in a %s theme', async (theme) => {
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
    const {page, context} = await open({replies: {[MEETINGS]: () => reply}});
    await startButton(page).click();
    await page.getByText(text).waitFor();
    expect(context.pages()).toHaveLength(1);
    expect(await page.getByRole('link').count()).toBe(0);
    await page.getByRole('button', {name: 'Close'}).click();
    expect(await page.getByText(text).count()).toBe(0);
  });
});

describe('A person who wants no tab', () => {
  it('gets none', async () => {
    const scene = sampleScene({preferences: {'pp_zoom--open': 'off'}});
    const {page, context} = await open({scene});
    await startButton(page).click();
    await announced(page, 'Meeting started');
    expect(context.pages()).toHaveLength(1);
  });
});
