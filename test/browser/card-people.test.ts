import {describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {screenshot, violations} from './look.js';
import {LOOK_THEMES} from './looks.js';
import type {OpenedPage, OpenOptions} from './open-test-page.js';
import {ANA, BEN, cardPost, NOW, PEOPLE, PEOPLE_STATES, PICTURES, sampleScene} from './sample-scene.js';
import {announced} from './starts.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

const show = (
  post: ReturnType<typeof cardPost>,
  more: Omit<OpenOptions, 'scene'> = {},
): Promise<OpenedPage> => open({replies: PICTURES, ...more, scene: sampleScene({posts: [post]})});
const live = (ours = {}) =>
  cardPost({people: PEOPLE.slice(0, 4), people_count: 4, host_is_in: true, ...ours});
const change = (page: Page, post: ReturnType<typeof cardPost>): Promise<void> =>
  page.evaluate((given) => window.testPage.change({posts: [given]}), post);
const faces = (page: Page) => page.locator('.zoom-faces').getByRole('img');
/** Without the marks that keep a name to itself. */
const plain = (text: string | null): string => (text ?? '').replace(/[\u2068\u2069]/g, '');

describe('The people of a meeting', () => {
  it('are drawn by their pictures, the host first, and each says who it is', async () => {
    const {page, leaks} = await show(live());
    await page.getByText('4 people in the meeting').waitFor();
    const names = await faces(page).evaluateAll((all) => all.map((face) => face.getAttribute('title')));
    expect(names.map(plain)).toEqual(['Ana Silva (host)', 'Ben Okafor', 'Carla Mendes', 'Maria (guest)']);
    const pictures = page.locator('.zoom-face img');
    expect(await pictures.evaluateAll((all) => all.map((each) => each.getAttribute('src')))).toEqual(
      [ANA, BEN].map((user) => `/api/v4/users/${user}/image`),
    );
    // Carla has no picture, and Maria no account.
    expect(await faces(page).allTextContents()).toEqual(['', '', 'C', 'M']);
    expect(leaks).toEqual([]);
  });

  it('have their pictures by the addresses that the page uses, below its own path', async () => {
    const scene = sampleScene({posts: [live()]});
    const {entities} = scene.state;
    const ana = {...entities.users.profiles[ANA]!, last_picture_update: 77};
    const users = {...entities.users, profiles: {...entities.users.profiles, [ANA]: ana}};
    const general = {config: {SiteURL: 'https://example.org/chat'}};
    const {page, asked} = await open({scene: {...scene, state: {entities: {...entities, users, general}}}});
    await faces(page).getByText('A').waitFor();
    const calls = asked.map(({call}) => call).filter((call) => call.endsWith(`${ANA}/image?_=77`));
    expect(calls).toEqual([`GET /chat/api/v4/users/${ANA}/image?_=77`]);
  });

  it('are read out as one button with all names that are shown', async () => {
    const {page} = await show(live());
    const button = page.getByRole('button', {name: 'people in the meeting'});
    const snapshot = plain(await button.ariaSnapshot());
    for (const name of ['Ana Silva (host)', 'Ben Okafor', 'Maria (guest)', '4 people in the meeting'])
      expect(snapshot).toContain(name);
  });

  it('are named one below the other after a press, by keyboard alone', async () => {
    const {page} = await show(live({people: PEOPLE, people_count: 20}));
    expect(await page.getByText('+14').count()).toBe(1);
    await page.getByRole('button', {name: '20 people in the meeting', expanded: false}).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', {name: '20 people in the meeting', expanded: true}).waitFor();
    const names = await page.getByRole('listitem').allInnerTexts();
    expect(names.map((name) => plain(name).replace(/^\S\n/u, ''))).toEqual([
      'Ana Silva (host)',
      'Ben Okafor',
      'Carla Mendes',
      'Maria (guest)',
      'راشد (guest)',
      'Somebody (guest)',
      '🦊 Fox (guest)',
      '**@all** <b>&amp;</b> (guest)',
      'and 12 more',
    ]);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('listitem').count()).toBe(0);
  });

  it('come and go without a reload, and stay open where somebody opened them', async () => {
    const {page} = await show(live());
    await page.getByRole('button', {name: '4 people in the meeting'}).click();
    await change(page, live({people: [PEOPLE[0], PEOPLE[2]], people_count: 2}));
    await page.getByRole('button', {name: '2 people in the meeting'}).waitFor();
    expect((await page.getByRole('listitem').allInnerTexts()).map(plain)).toHaveLength(2);
    expect(await faces(page).allTextContents()).toEqual(['', 'C']);
    await change(page, live({people: [], people_count: 0, host_is_in: false}));
    await page.getByText('Nobody is in the meeting').waitFor();
    expect(await page.getByText('the host has not joined yet').count()).toBe(0);
  });

  it('are those who took part once it is over', async () => {
    const ended = cardPost({state: 'ended', people: PEOPLE.slice(0, 2), people_count: 2, waiting_count: 1});
    const {page} = await show(ended);
    await page.getByRole('button', {name: '2 people took part'}).click();
    expect((await page.getByRole('listitem').allInnerTexts()).map(plain)).toEqual([
      'Ana Silva (host)',
      'Ben Okafor',
    ]);
    expect(await page.getByText('waiting').count()).toBe(0);
  });

  it.each([
    ['of an older version', {}],
    ['whose people nobody tells of', {people: null, people_count: null, waiting_count: null}],
  ])('are absent on a card %s', async (_which, ours) => {
    const {page} = await show(cardPost(ours));
    await page.getByText('Started 12 minutes ago by Ana').waitFor();
    expect(await page.locator('.zoom-people').count()).toBe(0);
  });
});

describe('Those who wait', () => {
  it.each([
    [{state: 'waiting', waiting_count: 1}, '1 person is waiting for the host'],
    [{state: 'waiting', waiting_count: 2}, '2 people are waiting for the host'],
    [{waiting_count: 2, people_count: 1, host_is_in: false}, '2 people are waiting for the host'],
    [{waiting_count: 1, people_count: 3, host_is_in: true}, '1 person is waiting to be let in'],
  ])('of %j are told of as “%s”', async (ours, text) => {
    const {page} = await show(cardPost(ours));
    await page.getByText(text).waitFor();
  });

  it('wait for you, if you are the host', async () => {
    const posts = [cardPost({state: 'waiting', waiting_count: 2})];
    const {page} = await open({scene: sampleScene({posts, reader: ANA})});
    await page.getByText('2 people are waiting for you').waitFor();
  });

  it('are somebody: an hour later the card does not say that nobody came', async () => {
    const {page} = await show(cardPost({state: 'waiting', waiting_count: 1}, {}, {create_at: NOW}));
    await page.clock.setFixedTime(NOW + 60 * 60_000);
    await page.getByText('Ana opened this meeting 1 hour ago').waitFor();
    await page.getByText('Waiting for the host', {exact: true}).waitFor();
    expect(await page.getByText('obody').count()).toBe(0);
  });
});

describe('The host', () => {
  it('is awaited by those who are in, and announced when they come, which nobody else is', async () => {
    const {page} = await show(live({people: [PEOPLE[1]], people_count: 1, host_is_in: false}));
    await page.getByText('the host has not joined yet').waitFor();
    await change(page, live({people: PEOPLE.slice(1, 3), people_count: 2, host_is_in: false}));
    await page.getByText('2 people in the meeting').waitFor();
    expect(await page.getByRole('status').textContent()).toBe('');
    await change(page, live());
    await announced(page, 'The host has joined “Weekly planning”');
    expect(await page.getByText('the host has not joined yet').count()).toBe(0);
  });
});

describe('A card that has come to its end without a meeting', () => {
  it.each([
    ['cancelled', 'Ana cancelled this meeting', 'Cancelled'],
    ['expired', 'Nobody began this meeting', 'Nobody came'],
  ])('because it was %s says so, and offers another one', async (state, fact, word) => {
    const {page} = await show(cardPost({state}, {meeting_personal: true}));
    await page.getByText(fact).waitFor();
    await page.locator('.zoom-pill').getByText(word).waitFor();
    await page.getByRole('button', {name: 'Start again'}).waitFor();
    expect(await page.locator('.zoom-card').getByRole('link').count()).toBe(0);
  });
});

describe('A link that somebody shared', () => {
  const LINK = 'https://example.zoom.us/my/ana';
  const shared = cardPost({state: 'shared'}, {meeting_id: 0, meeting_link: LINK});

  it.each([ANA, BEN])('can be joined and copied, and nothing else, whoever reads it: %s', async (reader) => {
    const scene = sampleScene({posts: [shared], reader, isChannelAdmin: true});
    const {page} = await open({scene});
    await page.getByText('Ana shared this meeting 14 minutes ago').waitFor();
    await page.getByText('this card does not see when it begins or ends').waitFor();
    const card = page.locator('.zoom-card');
    expect(await card.getByRole('link', {name: 'Join'}).getAttribute('href')).toBe(LINK);
    expect(await card.locator('a, button').allTextContents()).toEqual(['Join', 'Copy link']);
    expect(await card.getByText('Meeting ID').count()).toBe(0);
    expect(await card.getByRole('timer').count()).toBe(0);
  });
});

describe('A card under a personal meeting ID', () => {
  it('names it so, and says of its link nothing that is not so', async () => {
    const {page} = await show(cardPost({state: 'waiting'}, {meeting_personal: true}));
    await page.getByText('Personal meeting ID 855 1234 5678').waitFor();
    expect(await page.getByText('the link works until').count()).toBe(0);
  });
});

describe.each([900, 320])('Cards with people, %i pixels wide,', (width) => {
  it.each(LOOK_THEMES)('have no fault for axe and do not run over, in a %s theme', async (theme) => {
    const scene = sampleScene({posts: PEOPLE_STATES, reader: ANA});
    const {page, complaints} = await open({theme, width, scene, replies: PICTURES});
    for (const each of await page.locator('.zoom-faces').all()) await each.click();
    await page.getByText('and 12 more').waitFor();
    await screenshot(page, `people-${width}-${theme}`);
    const over = await page.evaluate(() =>
      [...document.querySelectorAll('.zoom-card, .zoom-card *')]
        .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5)
        .map((part) => part.outerHTML),
    );
    expect(over).toEqual([]);
    expect(await violations(page)).toEqual([]);
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
  });
});

describe('The words about people', () => {
  it.each(['de', 'es', 'fr', 'ja'])('are there in %s', async (locale) => {
    const posts = PEOPLE_STATES;
    const {page, complaints} = await open({scene: sampleScene({posts, locale, reader: ANA}), width: 420});
    await page.locator('.zoom-faces').nth(1).click();
    await screenshot(page, `people-${locale}`);
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
    expect(await page.locator('.zoom-card').allInnerTexts()).not.toContainEqual(
      expect.stringMatching(/people|waiting|guest|the host/),
    );
  });
});

it('A compact card with people is small, too', async () => {
  const scene = sampleScene({posts: PEOPLE_STATES, compact: true});
  const {page} = await open({scene, replies: PICTURES});
  await page.getByText('4 people took part').waitFor();
  await screenshot(page, 'people-compact');
  expect(await violations(page)).toEqual([]);
});
