import {describe, expect, it} from '@jest/globals';
import type {OpenedPage, OpenOptions} from './open-test-page.js';
import {ANA, BEN, BOT, cardPost, CLIENT, JOIN_URL, sampleScene} from './sample-scene.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

type Shown = Omit<OpenOptions, 'scene'> & {scene?: Parameters<typeof sampleScene>[0]};
const show = (post: ReturnType<typeof cardPost>, {scene = {}, ...options}: Shown = {}): Promise<OpenedPage> =>
  open({...options, scene: sampleScene({...scene, posts: [post]})});

describe('A card of the official plugin', () => {
  it('by its bot is drawn from its own props', async () => {
    const {page} = await show(cardPost({}, {zoom_card: undefined}));
    await page.getByText('Started 14 minutes ago by ana').waitFor();
    expect(await page.getByRole('link', {name: 'Join'}).getAttribute('href')).toBe(JOIN_URL);
  });

  it('by a person is drawn plainly, with a link that names its host', async () => {
    const {page} = await show(
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
    const {page} = await show(forged);
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
      const {page} = await open({scene});
      await page.locator('.zoom-plain').waitFor();
      expect(await page.locator('.zoom-card').count()).toBe(0);
    }
  });

  it('of the bot itself has no link to a strange host either: moderators edit props', async () => {
    const {page} = await show(cardPost({}, {meeting_link: 'https://evil.example/j/1'}));
    await page.getByText('Weekly planning').waitFor();
    expect(await page.locator('#posts a').count()).toBe(0);
  });

  it('is a card as soon as the page learns that the bot wrote it', async () => {
    const scene = sampleScene({posts: [cardPost()]});
    scene.state.entities.users = {...scene.state.entities.users, profiles: {}};
    const replies = {[`GET /api/v4/users/${BOT}`]: () => ({body: {id: BOT, username: 'zoom', is_bot: true}})};
    const {page} = await open({scene, replies});
    await page.locator('.zoom-card').waitFor();
  });

  it('may be on an insecure host only where the administrator allowed exactly that', async () => {
    const link = 'http://127.0.0.1:8087/j/85512345678';
    const {page} = await show(cardPost({}, {meeting_link: link}));
    await page.getByText('Weekly planning').waitFor();
    expect(await page.getByRole('link', {name: 'Join'}).count()).toBe(0);
    const client = {...CLIENT, link_hosts: {...CLIENT.link_hosts, insecure: ['127.0.0.1:8087']}};
    const replies = {'GET /plugins/zoom/api/v1/client': () => ({body: client})};
    const {page: allowed} = await show(cardPost({}, {meeting_link: link}), {replies});
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
    ['card is a list', {}, {zoom_card: []}],
    ['card is a text', {}, {zoom_card: 'live'}],
  ])('whose %s is its own text', async (_, ours, official) => {
    const {page, complaints} = await show(cardPost(ours, official));
    await page.locator('.zoom-fallback').waitFor();
    expect(await page.locator('#posts').innerText()).toBe('Ana started “Weekly planning”: Join meeting');
    expect(complaints).toEqual([]);
  });

  it('without any props is its own text', async () => {
    const {props: _, ...post} = cardPost();
    const {page} = await show(post);
    await page.locator('.zoom-fallback').waitFor();
  });
});

describe('A card that breaks while it is drawn', () => {
  it('is its own text, and the page around it stays', async () => {
    const {page} = await show(cardPost());
    await page.locator('.zoom-card').waitFor();
    await page.evaluate((whole) => {
      const broken = {...whole, id: 'x'.repeat(26)};
      Object.defineProperty(broken, 'props', {
        get: () => {
          throw new Error('broken');
        },
      });
      window.testPage.change({posts: [broken, whole]});
    }, cardPost());
    await page.locator('.zoom-fallback').getByText('Ana started “Weekly planning”: Join meeting').waitFor();
    expect(await page.locator('.zoom-card').count()).toBe(1);
  });
});
