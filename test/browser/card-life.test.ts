import {describe, expect, it} from '@jest/globals';
import {screenshot, violations} from './look.js';
import type {OpenedPage, OpenOptions} from './open-test-page.js';
import {ANA, BEN, cardPost, CHANNEL, JOIN_URL, NOW, sampleScene} from './sample-scene.js';
import {announced, MEETINGS} from './starts.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser({leadsAway: true});

type Shown = Omit<OpenOptions, 'scene'> & {scene?: Parameters<typeof sampleScene>[0]};
const show = (post: ReturnType<typeof cardPost>, {scene = {}, ...options}: Shown = {}): Promise<OpenedPage> =>
  open({...options, scene: sampleScene({...scene, posts: [post]})});

describe('A waiting card', () => {
  const waiting = (ours = {}) => cardPost({state: 'waiting', ...ours}, {}, {create_at: NOW});
  const hourLater = NOW + 60 * 60_000;

  it('says by itself that nobody has come for an hour, and still leads into the meeting', async () => {
    const {page} = await show(waiting());
    await page.clock.setFixedTime(hourLater - 1_000);
    await page.getByText('59 minutes ago').waitFor();
    expect(await page.getByText('Waiting for the host').count()).toBe(1);
    await page.clock.setFixedTime(hourLater);
    await page.getByText('Nobody came').waitFor();
    await page.getByText('nobody has joined for an hour; the link still works').waitFor();
    expect(await page.getByText('Waiting for the host').count()).toBe(0);
    expect(await page.getByRole('link', {name: 'Join'}).getAttribute('href')).toBe(JOIN_URL);
    await screenshot(page, 'card-nobody');
    expect(await violations(page)).toEqual([]);
  });

  it.each(['de', 'es', 'fr', 'ja'])('says so in %s, and has room for it', async (locale) => {
    const scene = {posts: [waiting()], locale};
    const {page} = await open({scene: sampleScene(scene), width: 420});
    await page.clock.setFixedTime(hourLater);
    const pill = page.locator('.zoom-pill');
    await page.waitForFunction(() => document.querySelectorAll('.zoom-facts span').length === 2);
    expect(await pill.textContent()).not.toBe('');
    const widths = await page.evaluate(() => {
      const frame = document.querySelector('.zoom-card') as HTMLElement;
      return [frame.scrollWidth, frame.clientWidth];
    });
    expect(widths[0]).toBe(widths[1]);
    await screenshot(page, `card-nobody-${locale}`);
  });
});

describe('A card of a meeting that Zoom no longer knows', () => {
  it('says so, leads nowhere any more, and offers another one', async () => {
    const unknown = cardPost({state: 'unknown', started_at: undefined}, {meeting_status: 'ENDED'});
    const {page} = await show(unknown, {theme: 'dark'});
    await page.getByText('Zoom no longer knows this meeting').waitFor();
    await page.getByRole('button', {name: 'Start again'}).waitFor();
    expect(await page.locator('.zoom-card').getByRole('link').count()).toBe(0);
    await screenshot(page, 'card-unknown');
    expect(await violations(page)).toEqual([]);
  });
});

describe('An ended card', () => {
  it.each([
    ['is offered again', {}, 1],
    ['is not in an archived channel', {delete_at: NOW}, 0],
  ])('%s', async (_what, more, count) => {
    const scene = sampleScene({posts: [cardPost({state: 'ended'})]});
    const channel = {id: CHANNEL, type: 'O', name: 'town-square', ...more};
    const {entities} = scene.state;
    const channels = {...entities.channels, channels: {[CHANNEL]: channel}};
    const state = {...scene.state, entities: {...entities, channels}};
    const {page} = await open({scene: {...scene, state}});
    await page.getByText('Ended at 15:05').waitFor();
    expect(await page.getByRole('button', {name: 'Start again'}).count()).toBe(count);
  });
});

describe('A live card', () => {
  it('counts on, also over the hour', async () => {
    const {page} = await show(cardPost());
    await page.getByText('Started 12 minutes ago by Ana').waitFor();
    await page.getByRole('timer').getByText('12:00').waitFor();
    await page.clock.setFixedTime(NOW + 61 * 60_000 + 5_000);
    await page.getByRole('timer').getByText('1:13:05').waitFor();
    await page.getByText('Started 1 hour ago by Ana').waitFor();
  });

  it('becomes an ended one where it stands, without a reload', async () => {
    const {page} = await show(cardPost());
    await page.getByRole('link', {name: 'Join'}).waitFor();
    await page.evaluate((post) => window.testPage.change({posts: [post]}), cardPost({state: 'ended'}));
    await page.getByText('Ended at 15:05').waitFor();
    expect(await page.getByRole('link', {name: 'Join'}).count()).toBe(0);
  });

  it('says that it has started to those who hear the page', async () => {
    const {page} = await show(cardPost({state: 'waiting'}));
    await page.getByText('Waiting for the host').waitFor();
    await page.evaluate((post) => window.testPage.change({posts: [post]}), cardPost());
    await page.getByRole('status').getByText('“Weekly planning” has started').waitFor({state: 'attached'});
  });

  it('offers the app beside the browser, or first for people who prefer it', async () => {
    const app = 'zoommtg://us02web.zoom.us/join?action=join&confno=85512345678&pwd=c2VjcmV0';
    const {page} = await show(cardPost());
    const link = (name: string) => page.getByRole('link', {name, exact: true}).getAttribute('href');
    expect([await link('Join'), await link('Open in the Zoom app')]).toEqual([JOIN_URL, app]);
    const scene = sampleScene({posts: [cardPost()], preferences: {'pp_zoom--app': 'zoom'}});
    await page.evaluate((given) => window.testPage.change(given), scene);
    expect([await link('Join'), await link('Join in the browser')]).toEqual([app, JOIN_URL]);
  });

  it('copies its link and confirms it', async () => {
    const {page} = await show(cardPost());
    await page.getByRole('button', {name: 'Copy link'}).click();
    await page.getByRole('button', {name: 'Link copied'}).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(JOIN_URL);
  });

  it('is used by keyboard alone, in the order in which it is read', async () => {
    const {page} = await show(cardPost());
    await page.getByRole('link', {name: 'Join'}).focus();
    const names = [];
    for (let step = 0; step < 3; step += 1) {
      names.push(await page.evaluate(() => document.activeElement?.textContent));
      const outline = await page.evaluate(
        () => getComputedStyle(document.activeElement as Element).outlineStyle,
      );
      expect(outline).toBe('solid');
      if (step < 2) await page.keyboard.press('Tab');
    }
    expect(names).toEqual(['Join', 'Open in the Zoom app', 'Copy link']);
    await page.keyboard.press('Enter');
    await page.getByRole('button', {name: 'Link copied'}).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Link copied');
  });

  it('is smooth only for those who want motion', async () => {
    const {page} = await show(cardPost());
    const motion = () => page.locator('.zoom-dot').evaluate((dot) => getComputedStyle(dot).animationName);
    await page.emulateMedia({reducedMotion: 'no-preference'});
    expect(await motion()).toBe('zoom-pulse');
    await page.emulateMedia({reducedMotion: 'reduce'});
    expect(await motion()).toBe('none');
  });
});

describe('Start as host', () => {
  const LINK = 'POST /plugins/zoom/api/v1/start-links';
  const START_URL = 'https://us02web.zoom.us/s/85512345678?zak=secret';

  it('is there for the host alone', async () => {
    const {page} = await show(cardPost({state: 'waiting'}), {scene: {reader: BEN}});
    await page.getByRole('link', {name: 'Join'}).waitFor();
    expect(await page.getByRole('button', {name: 'Start as host'}).count()).toBe(0);
  });

  it('leads the tab of the click into the meeting, and leaves the link nowhere on the page', async () => {
    const replies = {[LINK]: () => ({body: {start_url: START_URL}})};
    const {page, asked} = await show(cardPost({state: 'waiting'}), {scene: {reader: ANA}, replies});
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', {name: 'Start as host'}).click(),
    ]);
    await tab.waitForURL(START_URL);
    expect(asked.find(({call}) => call === LINK)?.body).toEqual({
      card_id: 'card1',
      meeting_id: '85512345678',
    });
    expect(await page.content()).not.toContain('zak');
    expect(page.context().pages()).toHaveLength(2);
  });

  it('closes the tab and says why when the meeting is over', async () => {
    const replies = {
      [LINK]: () => ({status: 410, body: {code: 'ended', message: 'This meeting has ended.'}}),
    };
    const {page} = await show(cardPost({state: 'waiting'}), {scene: {reader: ANA}, replies});
    await page.getByRole('button', {name: 'Start as host'}).click();
    await page.getByText('This meeting has ended.').waitFor();
    expect(page.context().pages()).toHaveLength(1);
  });
});

describe('An ended card', () => {
  it('starts again in its place, with its topic', async () => {
    const replies = {[MEETINGS]: () => ({body: {meeting_url: JOIN_URL, post_id: ''}})};
    const {page, asked} = await show(cardPost({state: 'ended'}, {}, {root_id: 'r'.repeat(26)}), {replies});
    await page.getByRole('button', {name: 'Start again'}).click();
    await announced(page, 'Meeting started');
    expect(asked.find(({call}) => call === MEETINGS)?.body).toMatchObject({
      root_id: 'r'.repeat(26),
      topic: 'Weekly planning',
    });
  });

  it('shows times by the zone and the clock of the reader, and the date of another day', async () => {
    const {page} = await show(cardPost({state: 'ended'}), {
      scene: {preferences: {'display_settings--use_military_time': 'false'}},
    });
    await page.getByText('Ended at 3:05 PM').waitFor();
    await page.clock.setFixedTime(NOW + 24 * 3_600_000);
    const later = sampleScene({posts: [{...cardPost({state: 'ended'}), id: 'n'.repeat(26)}]});
    await page.evaluate((scene) => window.testPage.change(scene), later);
    await page.getByText('Ended on November 24 at 15:05').waitFor();
  });
});
