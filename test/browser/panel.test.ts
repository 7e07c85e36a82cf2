import {describe, expect, it} from '@jest/globals';
import {screenshot, violations} from './look.js';
import {LOOKS, LOOK_THEMES} from './looks.js';
import {
  answering,
  CLOSED,
  COFFEE,
  IMPORT,
  importScene,
  LAUNCH,
  listed,
  listOf,
  MEETINGS_LIST,
  openPanel,
  PAST_LIST,
  PLANNING,
  refusal,
  REVIEW,
  WEBINARS_LIST,
} from './sample-import.js';
import type {Reply} from './serve-test-page.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

describe.each(LOOKS)('The panel on React $react', ({react, themes}) => {
  it.each(themes)('has nothing that axe objects to, in a %s theme', async (theme) => {
    const replies = {[IMPORT]: answering({[REVIEW.number]: refusal(404, 'meeting_gone', 'It was deleted.')})};
    const {page, panel, complaints, leaks} = await openPanel(open, {react, theme, replies});
    await panel.getByRole('checkbox', {name: PLANNING.topic}).check();
    await panel.getByRole('checkbox', {name: REVIEW.topic}).check();
    await panel.getByRole('button', {name: 'Title, description, picture'}).first().click();
    await screenshot(page, `panel-${theme}-react${react}`);
    expect(await violations(page)).toEqual([]);
    await panel.getByRole('button', {name: 'Post 2 cards in ~Town Square'}).click();
    await panel.getByText('It was deleted.').waitFor();
    await screenshot(page, `panel-posted-${theme}-react${react}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
    expect(leaks).toEqual([]);
  });
});

describe('On a small screen the panel', () => {
  it.each(LOOK_THEMES)('of 320 pixels does not run over, in a %s theme', async (theme) => {
    const long = {...REVIEW, topic: 'Nothing-to-break-it-at-'.repeat(6)};
    const {page, panel} = await openPanel(open, {
      theme,
      width: 320,
      replies: {[MEETINGS_LIST]: listed([PLANNING, long], 'more')},
    });
    await panel.getByRole('checkbox', {name: long.topic}).check();
    await panel.getByRole('button', {name: 'Title, description, picture'}).click();
    await screenshot(page, `panel-320-${theme}`);
    const over = await page.evaluate(() =>
      [...document.querySelectorAll('.zoom-panel *')]
        .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5)
        .map((part) => part.outerHTML),
    );
    expect(over).toEqual([]);
  });
});

describe('The panel', () => {
  it('opens beside the channel, lists what the person hosts, and takes the focus to the search', async () => {
    const {page, panel} = await openPanel(open);
    await page.getByRole('heading', {name: 'Zoom meetings'}).waitFor();
    await panel.getByText('Tomorrow, 10:00').waitFor();
    expect(await panel.getByRole('checkbox').count()).toBe(3);
    expect(await panel.getByRole('listitem').first().locator('.zoom-facts span').allInnerTexts()).toEqual([
      'Tomorrow, 10:00',
      '45 minutes',
      'series',
      '855 1234 5678',
    ]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await panel.getByText('Another one is planned for the same time.').waitFor();
  });

  it('finds by words without their accents and by digits, in what is loaded', async () => {
    const {panel} = await openPanel(open, {
      replies: {[MEETINGS_LIST]: listed([PLANNING, REVIEW, COFFEE], 'n1')},
    });
    const search = panel.getByRole('searchbox', {name: 'Search by topic or ID'});
    await panel.getByRole('checkbox', {name: COFFEE.topic}).waitFor();
    await search.fill('clinic resume');
    await panel.getByText('Only what is loaded is searched.').waitFor();
    expect(await panel.getByRole('checkbox').count()).toBe(1);
    await search.fill('822 2233');
    await panel.getByRole('checkbox', {name: COFFEE.topic}).waitFor();
    await search.fill('nowhere');
    await panel.getByText('Nothing that is loaded matches “nowhere”.').waitFor();
    await panel.getByRole('status').filter({hasText: 'Nothing matches.'}).waitFor({state: 'attached'});
  });

  it('loads more, says how many there are, and keeps what is chosen', async () => {
    const next = listOf('kind=meeting&when=upcoming&page=n1');
    const {page, panel} = await openPanel(open, {
      replies: {[MEETINGS_LIST]: listed([PLANNING], 'n1'), [next]: listed([PLANNING, REVIEW])},
    });
    await panel.getByRole('checkbox', {name: PLANNING.topic}).check();
    await panel.getByText('One is loaded, and there are more.').first().waitFor();
    await panel.getByRole('button', {name: 'Load more'}).focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('checkbox', {name: REVIEW.topic}).waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('zoom-panel-body');
    expect(await panel.getByRole('checkbox').count()).toBe(2);
    expect(await panel.getByRole('checkbox', {checked: true}).count()).toBe(1);
    await panel.getByRole('status').filter({hasText: '2 are in the list.'}).waitFor({state: 'attached'});
  });

  it('switches between meetings and webinars, and names those that no card can be for', async () => {
    const opened = await openPanel(open);
    const {panel} = opened;
    await panel.getByRole('button', {name: 'Webinars'}).click();
    await panel.getByRole('checkbox', {name: LAUNCH.topic}).check();
    expect(await panel.getByRole('checkbox', {name: CLOSED.topic}).isDisabled()).toBe(true);
    await panel.getByText('People have to be signed in to Zoom to come').waitFor();
    await panel.getByRole('button', {name: 'Past'}).click();
    await panel.getByText('None of your webinars is over yet.').waitFor();
    await panel.getByText('A webinar that is over becomes a card').waitFor();
    await panel.getByRole('button', {name: 'Meetings'}).click();
    await panel.getByRole('checkbox', {name: COFFEE.topic}).waitFor();
    expect(opened.asked.map(({call}) => call).filter((call) => call.includes('/import'))).toEqual([
      MEETINGS_LIST,
      WEBINARS_LIST,
      PAST_LIST,
    ]);
  });
});

describe('Where there is nothing to list, the panel', () => {
  it('says what to do', async () => {
    let isPlanned = false;
    const replies = {[MEETINGS_LIST]: () => listed(isPlanned ? [COFFEE] : [])()};
    const {panel} = await openPanel(open, {replies});
    await panel.getByText('You have no meeting planned in Zoom. Schedule one there').waitFor();
    isPlanned = true;
    await panel.getByRole('button', {name: 'Refresh'}).click();
    await panel.getByRole('checkbox', {name: COFFEE.topic}).waitFor();
  });

  it('leads people to connect, and asks again when they come back', async () => {
    let isConnected = false;
    const asks = refusal(
      403,
      'not_connected',
      'Please [connect your Zoom account](/plugins/zoom/oauth2/connect) once.',
    );
    const replies = {[MEETINGS_LIST]: () => (isConnected ? listed([COFFEE])() : asks)};
    const {page, panel} = await openPanel(open, {replies});
    const link = panel.getByRole('link', {name: 'connect your Zoom account'});
    expect(await link.getAttribute('href')).toBe('/plugins/zoom/oauth2/connect');
    isConnected = true;
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await panel.getByRole('checkbox', {name: COFFEE.topic}).waitFor();
  });

  it('says so when the server does not answer, and tries again', async () => {
    let reply: Reply = 'nothing';
    const {panel} = await openPanel(open, {replies: {[MEETINGS_LIST]: () => reply}});
    await panel.getByText('The server did not answer. Check your connection').waitFor();
    reply = refusal(503, 'not_configured', 'Zoom is not set up on this server yet.');
    await panel.getByRole('button', {name: 'Try again'}).click();
    await panel.getByText('Zoom is not set up on this server yet.').waitFor();
  });

  it('says so when its own texts cannot be had', async () => {
    const texts = {'GET /plugins/zoom/public/panel-texts/en.json': () => 'nothing' as const};
    const {panel} = await openPanel(open, {replies: texts});
    await panel.getByText('The server did not answer, so nothing can be shown here.').waitFor();
  });
});

describe.each([
  ['de', 'Meetings', 'Wähle aus, was du in ~Town Square veröffentlichen willst.'],
  ['es', 'Reuniones', 'Elija lo que quiere publicar en ~Town Square.'],
  ['fr', 'Réunions', 'Choisissez ce que vous voulez publier dans ~Town Square.'],
  ['ja', 'ミーティング', '~Town Squareに投稿するものを選んでください。'],
])('In %s', (locale, meetings, choose) => {
  it('the panel speaks the language', async () => {
    const {page, panel, complaints} = await openPanel(open, {scene: importScene({locale})});
    await panel.getByRole('button', {name: meetings, exact: true}).waitFor();
    await panel.getByText(choose).waitFor();
    await screenshot(page, `panel-${locale}`);
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
  });
});
