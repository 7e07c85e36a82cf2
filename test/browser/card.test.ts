import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Browser} from 'playwright-core';
import {launchBrowser} from '../support/browser.js';
import {buildTestPage, type TestScripts} from './build-test-page.js';
import {screenshot, violations} from './look.js';
import {type OpenedPage, openTestPage} from './open-test-page.js';
import {ANA, BEN, BOT, cardPost, CLIENT, JOIN_URL, NOW, PEOPLE, sampleScene} from './sample-scene.js';

let browser: Browser;
let scripts: TestScripts;
let opened: OpenedPage | undefined;

beforeAll(async () => {
  [browser, scripts] = await Promise.all([launchBrowser(), buildTestPage()]);
});
afterEach(() => opened?.context.close());
afterAll(() => browser.close());

const recorded = {people: PEOPLE, people_count: 7, recording: true};

/** Every state of a card, one below the other. */
const EVERY_STATE = [
  cardPost({state: 'waiting'}),
  cardPost({state: 'waiting', people: PEOPLE.slice(2), people_count: 2}),
  cardPost(recorded),
  cardPost({passcode: '123456'}, {meeting_link: 'https://zoom.us/j/85512345678'}),
  cardPost({state: 'ended', people_count: 7}),
].map((post, index) => ({...post, id: `${index}`.repeat(26)}));

describe.each([18, 19] as const)('A card on React %i', (react) => {
  it.each(['light', 'dark'] as const)(
    'has nothing that axe objects to in any state, in a %s theme',
    async (theme) => {
      for (const [reader, who] of [
        [ANA, 'host'],
        [undefined, 'others'],
      ] as const) {
        const scene = sampleScene({posts: EVERY_STATE, ...(reader === undefined ? {} : {reader})});
        const {page, complaints, leaks, context} = await openTestPage(browser, {
          scripts,
          react,
          theme,
          scene,
        });
        await page.getByText('Ended at 15:05').waitFor();
        await screenshot(page, `card-${who}-${theme}-react${react}`);
        expect(await violations(page)).toEqual([]);
        expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
        expect(leaks).toEqual([]);
        await context.close();
      }
    },
  );
});

type Options = Partial<Parameters<typeof openTestPage>[1]>;

async function show(
  post: ReturnType<typeof cardPost>,
  {scene = {}, ...options}: Omit<Options, 'scene'> & {scene?: Parameters<typeof sampleScene>[0]} = {},
) {
  opened = await openTestPage(browser, {...options, scripts, scene: sampleScene({...scene, posts: [post]})});
  return opened.page;
}
const text = (page: OpenedPage['page']) => page.locator('#posts').innerText();

describe('A live card', () => {
  it('counts on, also over the hour', async () => {
    const page = await show(cardPost());
    await page.getByText('Started 12 minutes ago by Ana').waitFor();
    await page.getByRole('timer').getByText('12:00').waitFor();
    await page.clock.setFixedTime(NOW + 61 * 60_000 + 5_000);
    await page.getByRole('timer').getByText('1:13:05').waitFor();
    await page.getByText('Started 1 hour ago by Ana').waitFor();
  });

  it('becomes an ended one where it stands, without a reload', async () => {
    const page = await show(cardPost());
    await page.getByRole('link', {name: 'Join'}).waitFor();
    await page.evaluate((post) => window.testPage.change({posts: [post]}), cardPost({state: 'ended'}));
    await page.getByText('Ended at 15:05').waitFor();
    expect(await page.getByRole('link', {name: 'Join'}).count()).toBe(0);
  });

  it('says that it has started to those who hear the page', async () => {
    const page = await show(cardPost({state: 'waiting'}));
    await page.getByText('Waiting for the host').waitFor();
    await page.evaluate((post) => window.testPage.change({posts: [post]}), cardPost());
    await page.getByRole('status').getByText('“Weekly planning” has started').waitFor({state: 'attached'});
  });

  it('offers the app beside the browser, or first for whoever prefers it', async () => {
    const app = 'zoommtg://us02web.zoom.us/join?action=join&confno=85512345678&pwd=c2VjcmV0';
    const page = await show(cardPost());
    const link = (name: string) => page.getByRole('link', {name, exact: true}).getAttribute('href');
    expect([await link('Join'), await link('Open in the Zoom app')]).toEqual([JOIN_URL, app]);
    const scene = sampleScene({posts: [cardPost()], preferences: {'pp_zoom--app': 'zoom'}});
    await page.evaluate((given) => window.testPage.change(given), scene);
    expect([await link('Join'), await link('Join in the browser')]).toEqual([app, JOIN_URL]);
  });

  it('copies its link and confirms it', async () => {
    const page = await show(cardPost());
    await page.getByRole('button', {name: 'Copy link'}).click();
    await page.getByRole('button', {name: 'Link copied'}).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(JOIN_URL);
  });

  it('is smooth only for those who want motion', async () => {
    const page = await show(cardPost());
    const motion = () => page.locator('.zoom-dot').evaluate((dot) => getComputedStyle(dot).animationName);
    expect(await motion()).toBe('zoom-pulse');
    await page.emulateMedia({reducedMotion: 'reduce'});
    expect(await motion()).toBe('none');
  });
});

describe('Start as host', () => {
  const LINK = 'POST /plugins/zoom/api/v1/start-links';
  const START_URL = 'https://us02web.zoom.us/s/85512345678?zak=secret';

  it('is there for the host alone', async () => {
    const page = await show(cardPost({state: 'waiting'}), {scene: {reader: BEN}});
    await page.getByRole('link', {name: 'Join'}).waitFor();
    expect(await page.getByRole('button', {name: 'Start as host'}).count()).toBe(0);
  });

  it('leads the tab of the click into the meeting, and leaves the link nowhere on the page', async () => {
    const replies = {[LINK]: () => ({body: {start_url: START_URL}})};
    const page = await show(cardPost({state: 'waiting'}), {scene: {reader: ANA}, replies});
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', {name: 'Start as host'}).click(),
    ]);
    await tab.waitForURL(START_URL);
    expect(opened?.asked.find(({call}) => call === LINK)?.body).toEqual({
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
    const page = await show(cardPost({state: 'waiting'}), {scene: {reader: ANA}, replies});
    await page.getByRole('button', {name: 'Start as host'}).click();
    await page.getByText('This meeting has ended.').waitFor();
    expect(page.context().pages()).toHaveLength(1);
  });
});

describe('An ended card', () => {
  it('starts again in its place, with its topic', async () => {
    const MEETINGS = 'POST /plugins/zoom/api/v1/meetings';
    const replies = {[MEETINGS]: () => ({body: {meeting_url: JOIN_URL, post_id: ''}})};
    const page = await show(cardPost({state: 'ended'}, {}, {root_id: 'r'.repeat(26)}), {replies});
    await page.getByRole('button', {name: 'Start again'}).click();
    await page.getByText('Meeting started').waitFor({state: 'attached'});
    expect(opened?.asked.find(({call}) => call === MEETINGS)?.body).toMatchObject({
      root_id: 'r'.repeat(26),
      topic: 'Weekly planning',
    });
  });

  it('shows times by the zone and the clock of the reader, and the date of another day', async () => {
    const page = await show(cardPost({state: 'ended'}), {
      scene: {preferences: {'display_settings--use_military_time': 'false'}},
    });
    await page.getByText('Ended at 3:05 PM').waitFor();
    await page.clock.setFixedTime(NOW + 24 * 3_600_000);
    const later = sampleScene({posts: [{...cardPost({state: 'ended'}), id: 'n'.repeat(26)}]});
    await page.evaluate((scene) => window.testPage.change(scene), later);
    await page.getByText('Ended on November 24 at 15:05').waitFor();
  });
});

describe('A card of the official plugin', () => {
  it('by its bot is drawn from its own props', async () => {
    const page = await show(cardPost({}, {zoom_card: undefined}));
    await page.getByText('Started 14 minutes ago by ana').waitFor();
    expect(await page.getByRole('link', {name: 'Join'}).getAttribute('href')).toBe(JOIN_URL);
  });

  it('by a person is drawn plainly, with a link that names its host', async () => {
    const page = await show(
      cardPost({}, {zoom_card: undefined}, {user_id: ANA, message: 'I have started a meeting'}),
    );
    await page.getByText('I have started a meeting').waitFor();
    expect(await page.getByRole('link').allTextContents()).toEqual(['Join at us02web.zoom.us']);
    expect(await page.locator('.zoom-card').count()).toBe(0);
  });
});

describe('A forged card', () => {
  it.each([
    'https://zoom.us.evil.example/j/1',
    'https://notzoom.us/j/1',
    'http://zoom.us/j/1',
    'javascript:alert(1)',
    'https://zoom.us@evil.example/',
    'https://zoom.us\\@evil.example/',
    'data:text/html,x',
    '//zoom.us/j/1',
  ])('with %s is no card and has no link', async (link) => {
    const forged = cardPost(
      {},
      {meeting_link: link},
      {user_id: BEN, props: {from_bot: 'true', from_plugin: 'true'}},
    );
    const page = await show(forged);
    await page.locator('.zoom-plain').waitFor();
    expect(await page.locator('#posts a, #posts button, .zoom-card').count()).toBe(0);
  });

  it('of a bot with another name, or a person called like ours, is no card', async () => {
    for (const profile of [
      {username: 'zoom2', is_bot: true},
      {username: 'zoom', is_bot: false},
    ]) {
      const scene = sampleScene({posts: [cardPost()]});
      const profiles = {...scene.state.entities.users.profiles, [BOT]: {id: BOT, ...profile}};
      scene.state.entities.users = {...scene.state.entities.users, profiles};
      const {page, context} = await openTestPage(browser, {scripts, scene});
      await page.locator('.zoom-plain').waitFor();
      expect(await page.locator('.zoom-card').count()).toBe(0);
      await context.close();
    }
  });

  it('of the bot itself has no link to a strange host either: moderators edit props', async () => {
    const page = await show(cardPost({}, {meeting_link: 'https://evil.example/j/1'}));
    await page.getByText('Weekly planning').waitFor();
    expect(await page.locator('#posts a').count()).toBe(0);
  });

  it('is a card as soon as the page learns that the bot wrote it', async () => {
    const scene = sampleScene({posts: [cardPost()]});
    scene.state.entities.users = {...scene.state.entities.users, profiles: {}};
    const replies = {[`GET /api/v4/users/${BOT}`]: () => ({body: {id: BOT, username: 'zoom', is_bot: true}})};
    opened = await openTestPage(browser, {scripts, scene, replies});
    await opened.page.locator('.zoom-card').waitFor();
  });

  it('may be on an insecure host only where the administrator allowed exactly that', async () => {
    const link = 'http://127.0.0.1:8087/j/85512345678';
    const page = await show(cardPost({}, {meeting_link: link}));
    await page.getByText('Weekly planning').waitFor();
    expect(await page.getByRole('link', {name: 'Join'}).count()).toBe(0);
    await opened?.context.close();
    const client = {...CLIENT, link_hosts: {...CLIENT.link_hosts, insecure: ['127.0.0.1:8087']}};
    const replies = {'GET /plugins/zoom/api/v1/client': () => ({body: client})};
    const allowed = await show(cardPost({}, {meeting_link: link}), {replies});
    expect(await allowed.getByRole('link', {name: 'Join'}).getAttribute('href')).toBe(link);
  });
});

describe('U-02 A malformed card', () => {
  const HUGE = 'x'.repeat(100_000);
  it.each([
    ['topic is an object', {}, {meeting_topic: {toString: 'x'}}],
    ['topic has 100 KB', {}, {meeting_topic: HUGE}],
    ['id is an array', {}, {meeting_id: [1, 2]}],
    ['id is missing', {}, {meeting_id: undefined}],
    ['times are no numbers', {started_at: 'NaN'}, {}],
    ['times are out of range', {state: 'ended', ended_at: 9e15}, {}],
    ['state is unknown', {state: '__proto__'}, {}],
    ['people are a text', {people: 'Ana'}, {}],
    ['person is null', {people: [null]}, {}],
    ['card is a list', {}, {zoom_card: []}],
    ['card is a text', {}, {zoom_card: 'live'}],
  ])('whose %s is its own text', async (_, ours, official) => {
    const page = await show(cardPost(ours, official));
    await page.locator('.zoom-fallback').waitFor();
    expect(await text(page)).toBe('Ana started a Zoom meeting: Join meeting');
    expect(opened?.complaints).toEqual([]);
  });

  it('without any props is its own text', async () => {
    const {props: _, ...post} = cardPost();
    const page = await show(post);
    await page.locator('.zoom-fallback').waitFor();
  });
});

describe('A narrow card', () => {
  it.each(['light', 'dark'] as const)('of 320 pixels does not run over, in a %s theme', async (theme) => {
    const long = 'Quarterly-planning-with-a-very-long-name-and-nothing-to-break-it-at-and-more';
    const posts = [...EVERY_STATE, {...cardPost({}, {meeting_topic: long}), id: '9'.repeat(26)}];
    opened = await openTestPage(browser, {scripts, theme, width: 320, scene: sampleScene({posts})});
    await opened.page.getByText('Ended at 15:05').waitFor();
    await screenshot(opened.page, `card-320-${theme}`);
    const over = await opened.page.evaluate(() =>
      [...document.querySelectorAll('.zoom-card, .zoom-card *')]
        .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5)
        .map((part) => part.outerHTML),
    );
    expect(over).toEqual([]);
    expect(await violations(opened.page)).toEqual([]);
  });

  it('is smaller in the compact display', async () => {
    opened = await openTestPage(browser, {scripts, scene: sampleScene({posts: EVERY_STATE, compact: true})});
    await opened.page.getByText('Ended at 15:05').waitFor();
    await screenshot(opened.page, 'card-compact');
    expect(await violations(opened.page)).toEqual([]);
  });
});

describe.each([
  ['de', 'Gestartet vor 12 Minuten von Ana', 'Beendet um 15:05'],
  ['en', 'Started 12 minutes ago by Ana', 'Ended at 15:05'],
  ['es', 'Iniciada hace 12 minutos por Ana', 'Finalizó a las 15:05'],
  ['fr', 'Démarrée il y a 12 minutes par Ana', 'Terminée à 15:05'],
  ['ja', 'Anaさんが12 分前に開始', '15:05に終了'],
])('In %s', (locale, started, ended) => {
  it('a card speaks the language', async () => {
    opened = await openTestPage(browser, {
      scripts,
      scene: sampleScene({posts: EVERY_STATE, locale, reader: ANA}),
    });
    await opened.page.getByText(started).first().waitFor();
    await opened.page.getByText(ended).waitFor();
    await screenshot(opened.page, `card-${locale}`);
    expect(opened.complaints.filter((line) => !line.includes('404'))).toEqual([]);
    const {sections} = (await opened.page.evaluate(() => window.testPage.userSettings)) as {
      sections: {title: string; settings: unknown[]}[];
    };
    expect(sections[0]?.settings).toHaveLength(2);
  });
});
