import {describe, expect, it} from '@jest/globals';
import {screenshot, violations} from './look.js';
import {LOOKS, LOOK_THEMES} from './looks.js';
import type {OpenedPage} from './open-test-page.js';
import {
  ANA,
  cardPost,
  JOIN_URL,
  NOW,
  PLANNED_STATES,
  REGISTER_URL,
  sampleScene,
  SERIES,
  WEBINAR,
} from './sample-scene.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();
const show = (
  post: ReturnType<typeof cardPost>,
  scene: Parameters<typeof sampleScene>[0] = {},
): Promise<OpenedPage> => open({scene: sampleScene({...scene, posts: [post]})});

const MINUTE = 60_000;

describe.each(LOOKS)('Cards of what is planned on React $react', ({react, themes}) => {
  it.each(themes)('have nothing that axe objects to in any state, in a %s theme', async (theme) => {
    for (const [reader, who] of [
      [ANA, 'host'],
      [undefined, 'others'],
    ] as const) {
      const scene = sampleScene({posts: PLANNED_STATES, ...(reader === undefined ? {} : {reader})});
      const {page, complaints, leaks} = await open({react, theme, scene});
      await page.getByRole('button', {name: 'Show more'}).waitFor();
      await screenshot(page, `planned-${who}-${theme}-react${react}`);
      expect(await violations(page)).toEqual([]);
      expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
      expect(leaks).toEqual([]);
    }
  });
});

describe('A narrow card of what is planned', () => {
  it.each(LOOK_THEMES)('of 320 pixels does not run over, in a %s theme', async (theme) => {
    const long = 'Nothing-to-break-it-at-'.repeat(8);
    const names = {...WEBINAR.plan, panelists: [long]};
    const wide = cardPost({...WEBINAR, state: 'waiting', plan: names, description: long});
    const posts = [...PLANNED_STATES, {...wide, id: 'w'.repeat(26)}];
    const {page} = await open({theme, width: 320, scene: sampleScene({posts})});
    await page.getByRole('button', {name: 'Show more'}).first().waitFor();
    await screenshot(page, `planned-320-${theme}`);
    const over = await page.evaluate(() =>
      [...document.querySelectorAll('.zoom-card, .zoom-card *')]
        .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5)
        .map((part) => part.outerHTML),
    );
    expect(over).toEqual([]);
  });
});

describe('A card of a planned meeting', () => {
  it('says when it is by the reader’s calendar and clock, for how long, who leads it, and when it is held again', async () => {
    const {page} = await show(cardPost({...SERIES, state: 'waiting'}));
    await page.getByText('Planned').waitFor();
    expect(await page.locator('.zoom-facts span').allInnerTexts()).toEqual(['Tomorrow, 10:00', '45 minutes']);
    expect(await page.locator('.zoom-plan').innerText()).toMatch(
      /^Host\n\u2068Ana\u2069\nAlternative hosts\n\u2068Ben Okafor\u2069, \u2068راشد\u2069\nAfter that\nWed, December 2, 10:00$/,
    );
  });

  it('counts down to its time, then waits for its host, and then says that nobody came', async () => {
    const soon = cardPost({...SERIES, plan: {starts_at: NOW + 20 * MINUTE}, state: 'waiting'});
    const {page} = await show(soon);
    await page.getByText('in 20 minutes').waitFor();
    expect(await page.getByText('Today, 15:25').count()).toBe(1);
    await page.clock.setFixedTime(NOW + 25 * MINUTE);
    await page.getByText('Waiting for the host').waitFor();
    await page.getByText('was to begin 5 minutes ago').waitFor();
    await page.clock.setFixedTime(NOW + 81 * MINUTE);
    await page.getByText('Nobody came').waitFor();
  });

  it('without a time is not forgotten', async () => {
    const {page} = await show(
      cardPost({kind: 'scheduled', plan: {}, state: 'waiting'}, {}, {create_at: NOW - 90 * MINUTE}),
    );
    await page.getByText('No fixed time').waitFor();
    expect(await page.locator('.zoom-pill').innerText()).toBe('Planned');
  });

  it('is started by its host, who can take the card back without a change in Zoom', async () => {
    const replies = {'POST /plugins/zoom/api/v1/meetings/cancel': () => ({body: {}})};
    const scene = sampleScene({posts: [cardPost({...SERIES, state: 'waiting'})], reader: ANA});
    const {page, asked} = await open({scene, replies});
    await page.getByRole('button', {name: 'Start as host'}).waitFor();
    await page.getByRole('button', {name: 'Take this card back'}).click();
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === 'Cancelled');
    expect(asked.at(-1)?.body).toEqual({card_id: 'card1', meeting_id: '85512345678'});
  });

  it('that is over says when it is held again, and offers no other meeting in its place', async () => {
    const {page} = await show(cardPost({...SERIES, state: 'ended', ended_at: NOW}));
    await page.getByText('Ended at 15:05').waitFor();
    expect(await page.locator('.zoom-plan').innerText()).toBe('Next time\nWed, December 2, 10:00');
    expect(await page.getByRole('button').count()).toBe(
      await page.locator('#header button, nav button').count(),
    );
  });

  it('that was deleted in Zoom says so, and when it was to be', async () => {
    const {page} = await show(cardPost({...SERIES, state: 'cancelled'}));
    await page.getByText('It was deleted in Zoom').waitFor();
    await page.getByText('planned for tomorrow, 10:00').waitFor();
    expect(await page.getByText('Next time').count()).toBe(0);
    expect(await page.locator('.zoom-card a').count()).toBe(0);
  });

  it('shows a long description when somebody wants it, as plain text', async () => {
    const description = `<b>Read</b> **this** [here](https://evil.example)\n${'and that '.repeat(80)}`;
    const {page} = await show(cardPost({...SERIES, state: 'waiting', description}));
    const text = page.locator('.zoom-description p');
    const closed = (await text.boundingBox())?.height ?? 0;
    await page.getByRole('button', {name: 'Show more'}).click();
    expect((await text.boundingBox())?.height).toBeGreaterThan(closed);
    expect(await text.innerText()).toContain('<b>Read</b> **this** [here](https://evil.example)');
    await page.getByRole('button', {name: 'Show less'}).click();
    expect((await text.boundingBox())?.height).toBe(closed);
  });
});

describe('A card of a webinar', () => {
  it('leads to the registration instead of into the webinar, and copies that link', async () => {
    const {page} = await show(cardPost({...WEBINAR, state: 'waiting'}));
    const link = page.getByRole('link', {name: 'Register'});
    expect(await link.getAttribute('href')).toBe(REGISTER_URL);
    expect(await page.getByRole('link', {name: 'Join'}).count()).toBe(0);
    await page.getByText('Zoom sends you a join link of your own').waitFor();
    await page.getByRole('button', {name: 'Copy link'}).click();
    await page.getByRole('button', {name: 'Link copied'}).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(REGISTER_URL);
  });

  it('never leads people to register on a strange host', async () => {
    const plan = {...WEBINAR.plan, registration_url: 'https://zoom.us.evil.example/register'};
    const {page} = await show(cardPost({...WEBINAR, plan, state: 'waiting'}));
    expect(await page.getByRole('link', {name: 'Join', exact: true}).getAttribute('href')).toBe(JOIN_URL);
    expect(await page.getByRole('link', {name: 'Register'}).count()).toBe(0);
  });

  it('is entered by its host without registering', async () => {
    const {page} = await show(cardPost(WEBINAR), {reader: ANA});
    await page.getByRole('button', {name: 'Start as host'}).waitFor();
    expect(await page.locator('.zoom-primary').allInnerTexts()).toEqual(['Start as host']);
    expect(await page.getByText('Zoom sends you a join link').count()).toBe(0);
    await page.getByRole('button', {name: 'End webinar'}).click();
    await page.getByRole('dialog', {name: 'End the webinar for everybody?'}).waitFor();
  });

  it('names its panelists, and counts who is there', async () => {
    const {page} = await show(cardPost({...WEBINAR, people_count: 214}));
    await page.getByText('214 people in the webinar').waitFor();
    expect(await page.locator('.zoom-plan').innerText()).toMatch(/^Panelists\n.*Carla Mendes.*\*\*@all\*\*/);
    await page.getByRole('group', {name: 'Zoom webinar: Weekly planning'}).waitFor();
  });
});

describe.each([
  ['de', 'Morgen, 10:00', 'Danach'],
  ['es', 'Mañana, 10:00', 'Después'],
  ['fr', 'Demain, 10:00', 'Ensuite'],
  ['ja', '明日 10:00', 'その次'],
])('In %s', (locale, when, after) => {
  it('a planned card speaks the language', async () => {
    const {page, complaints} = await show(cardPost({...SERIES, state: 'waiting'}), {locale});
    await page.getByText(when).waitFor();
    await page.getByText(after).waitFor();
    await screenshot(page, `planned-${locale}`);
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
  });
});
