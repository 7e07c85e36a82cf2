import {describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import {card, newestPrivate, type} from '../support/chat-page.js';
import {openSandboxInBrowser} from '../support/sandbox-in-browser.js';
import {isThorough} from '../support/thorough.js';
import {picture, violations} from './look.js';
import {importScene, openPanel, PLANNING, REVIEW} from './sample-import.js';
import {ANA, BEN, cardPost, PEOPLE, sampleScene, SERIES, WEBINAR} from './sample-scene.js';
import {withBrowser} from './with-browser.js';
import {decide, follow} from './zoom-pages.js';

/** Pictures are looked at on sharp screens, too. */
const open = withBrowser({scale: 2});

/** The set-up is drawn for a server that people could have: the sandbox's own address means nothing to them. */
const SHOWN_ADDRESS = 'https://mattermost.example.com';

async function showAddress(page: Page, own: string): Promise<void> {
  await page.route('**/plugins/zoom/api/v1/admin/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: (await response.text()).replaceAll(own, SHOWN_ADDRESS)});
  });
}

/** Zoom tells of the newest meeting, from its beginning to its end. */
async function holdMeeting(zoom: ZoomSimulator): Promise<void> {
  const {number} = zoom.meetings.at(-1)!;
  zoom.startMeeting(number);
  zoom.endMeeting(number);
  await zoom.webhooksSettled();
}

async function testUntilAllWorks(page: Page): Promise<void> {
  const test = page.getByRole('button', {name: 'Test connection'});
  await test.click();
  await page.getByText('Everything works.').waitFor();
  // The fields of the page may have come after the first press.
  await test.click();
  await page.locator('.zoom-checks:not(.zoom-old)').waitFor();
}

/** In a run that is not thorough, one is enough to see that they can be taken. */
const THEMES = isThorough() ? (['light', 'dark'] as const) : (['light'] as const);

/** Ana, two colleagues, and a guest. */
const people = {people: PEOPLE.slice(0, 4), people_count: 4};

/** What was scheduled in Zoom, a day and twenty minutes from now. */
const planned = {...SERIES, state: 'waiting', plan: {...SERIES.plan, alternative_hosts: ['Ben Okafor']}};
const webinar = {
  ...WEBINAR,
  state: 'waiting',
  plan: {...WEBINAR.plan, panelists: ['Carla Mendes', 'Maria Costa']},
};

/** Each state of a card: who looks at it, what it knows besides, and what they read. */
const CARDS: [string, string, object, string[]][] = [
  ['waiting', ANA, {waiting_count: 2}, ['2 people are waiting for you', 'Only you see “Start as host”.']],
  ['live', BEN, {...people, host_is_in: true}, ['4 people in the meeting', 'Started 12 minutes ago by Ana']],
  ['ended', BEN, people, ['4 people took part', 'lasted 12 minutes']],
  ['cancelled', BEN, {}, ['Ana cancelled this meeting']],
  ['expired', BEN, {}, ['Nobody began this meeting']],
  ['shared', BEN, {}, ['this card does not see when it begins or ends']],
  ['planned', BEN, planned, ['Tomorrow, 10:00', 'After that']],
  ['webinar', BEN, webinar, ['in 20 minutes', 'Zoom sends you a join link of your own.']],
];

/** What `npm run pictures` puts into docs/images. */
describe.each(THEMES)('In the documentation, in a %s theme,', (theme) => {
  it.each(CARDS)('people see a card that is %s', async (state, reader, ours, texts) => {
    const scene = sampleScene({
      reader,
      posts: [
        cardPost({state, ...ours}, state === 'webinar' ? {meeting_topic: 'All about the new release'} : {}),
      ],
    });
    const {page} = await open({theme, scene, width: 520});
    for (const text of texts) await page.getByText(text).waitFor();
    await picture(page.locator('.zoom-card'), `card-${state}-${theme}`);
    expect(await violations(page)).toEqual([]);
  });

  it('people see by name who is in', async () => {
    const scene = sampleScene({reader: BEN, posts: [cardPost({...people, host_is_in: true})]});
    const {page} = await open({theme, scene, width: 520});
    await page.getByRole('button', {name: '4 people in the meeting'}).click();
    await page.getByRole('listitem').filter({hasText: 'Maria'}).waitFor();
    await page.mouse.move(0, 0);
    await picture(page.locator('.zoom-card'), `card-people-${theme}`);
    expect(await page.getByRole('listitem').count()).toBe(4);
  });

  it('people bring a meeting here from the panel', async () => {
    const {page, panel} = await openPanel(open, {theme, scene: importScene()});
    await panel.getByRole('checkbox', {name: PLANNING.topic}).check();
    await panel.getByRole('button', {name: 'Title, description, picture'}).click();
    await panel.getByLabel('Title', {exact: true}).fill('Planning for everybody');
    await panel
      .getByLabel('Description', {exact: true})
      .fill('What we did, what comes next, who needs help.');
    await panel.getByRole('checkbox', {name: REVIEW.topic}).check();
    await panel.getByRole('button', {name: 'Post 2 cards in ~Town Square'}).hover();
    await page.mouse.move(0, 0);
    await picture(page.locator('#sidebar-right'), `import-panel-${theme}`, 0);
    expect(await violations(page)).toEqual([]);
  });

  it('administrators see the whole set-up, tested', async () => {
    const on = await openSandboxInBrowser();
    const {zoom} = on.sandbox;
    try {
      const page = await on.windowOf('ada', {theme, width: 1_040, height: 3_400});
      await showAddress(page, on.sandbox.mattermost.siteUrl);
      await type(page, '/zoom start Weekly planning');
      await card(page, 'Weekly planning').waitFor();
      await holdMeeting(zoom);
      await page.getByRole('button', {name: 'System Console'}).click();
      await page.getByRole('code').filter({hasText: 'Start Meeting'}).waitFor();
      await testUntilAllWorks(page);
      await picture(page.locator('.zoom-steps'), `set-up-${theme}`);
      expect(await page.locator('.zoom-steps').innerText()).not.toContain('127.0.0.1');
      expect(await page.locator('.zoom-step-head .zoom-state').allInnerTexts()).toEqual(
        Array(4).fill('Works'),
      );
    } finally {
      await on.close();
    }
  });

  it('people are asked to connect, and read that they are connected; administrators see that set-up', async () => {
    const on = await openSandboxInBrowser({connection: 'user'});
    const {zoom} = on.sandbox;
    try {
      const ana = await on.windowOf('ana', {theme, width: 960, scale: 2});
      await ana.getByRole('navigation', {name: 'Channels'}).getByText('Planning').click();
      await type(ana, '/zoom start Weekly planning');
      const prompt = newestPrivate(ana).filter({hasText: 'connect your Zoom account once'});
      await picture(prompt, `connect-prompt-${theme}`, 0);
      const tab = await follow(prompt.getByRole('link'));
      await decide(tab, 'Ana Silva');
      await tab.emulateMedia({colorScheme: theme});
      await tab.getByRole('heading', {name: 'You are connected as ana@example.com'}).waitFor();
      await picture(tab.getByRole('main'), `connected-${theme}`);
      await card(ana, 'Weekly planning').waitFor();
      await holdMeeting(zoom);

      const ada = await on.windowOf('ada', {theme, width: 1_040, height: 3_400});
      await showAddress(ada, on.sandbox.mattermost.siteUrl);
      await type(ada, '/zoom connect');
      const adas = await follow(newestPrivate(ada).getByRole('link', {name: 'Connect your Zoom account'}));
      await decide(adas, 'Ada Berg');
      await newestPrivate(ada).getByText('You are connected to Zoom').waitFor();
      await ada.getByRole('button', {name: 'System Console'}).click();
      await ada.getByRole('code').filter({hasText: '/plugins/zoom/oauth2/complete'}).first().waitFor();
      await testUntilAllWorks(ada);
      const copy = ada.locator('.zoom-step').filter({hasText: 'Copy into Zoom'});
      await picture(copy, `set-up-own-accounts-${theme}`);
      expect(await copy.innerText()).not.toContain('127.0.0.1');
    } finally {
      await on.close();
    }
  });
});
