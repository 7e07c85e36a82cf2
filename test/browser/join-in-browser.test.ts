import {describe, expect, it} from '@jest/globals';
import {screenshot, violations} from './look.js';
import type {OpenedPage, OpenOptions} from './open-test-page.js';
import {refusal} from './sample-import.js';
import {ANA, BEN, cardPost, CLIENT, sampleScene, SERIES, WEBINAR} from './sample-scene.js';
import type {Reply} from './serve-test-page.js';
import {withBrowser} from './with-browser.js';

const openPage = withBrowser({leadsAway: true});
const LINKS = 'POST /plugins/zoom/api/v1/join-links';
const STREAMS = 'POST /plugins/zoom/api/v1/stream-urls';
const CLIENT_CALL = 'GET /plugins/zoom/api/v1/client';
const ORIGIN = 'https://join.example.org';
const TICKET_URL = `${ORIGIN}/plugins/zoom/join-page/ticket.v1.signed`;
const IDS = {card_id: 'card1', meeting_id: '85512345678'};

interface Shown {
  post?: ReturnType<typeof cardPost>;
  joinPage?: {is_on_cards?: boolean; admins_may_share?: boolean};
  isAdmin?: boolean;
  scene?: Parameters<typeof sampleScene>[0];
  replies?: NonNullable<OpenOptions['replies']>;
}

/** A card, on a server with a page to join. */
function show({
  post = cardPost(),
  joinPage = {},
  isAdmin = false,
  scene = {},
  replies = {},
}: Shown = {}): Promise<OpenedPage> {
  const join_page = {origin: ORIGIN, is_on_cards: true, admins_may_share: false, ...joinPage};
  const client = {...CLIENT, is_admin: isAdmin, join_page};
  return openPage({
    scene: sampleScene({posts: [post], ...scene}),
    replies: {[CLIENT_CALL]: () => ({body: client}), ...replies},
  });
}
const answered =
  (body: object): (() => Reply) =>
  () => ({body});

describe('Join in the browser, on a card', () => {
  const ways = async ({page}: OpenedPage): Promise<readonly string[]> => {
    await page.getByRole('button', {name: 'Copy link'}).waitFor();
    return page.locator('.zoom-row').first().locator('a, button').allTextContents();
  };

  it('stands beside Join for everybody but the host, whichever way into Zoom they prefer', async () => {
    const opened = await show();
    expect(await ways(opened)).toEqual(['Join', 'Join in the browser', 'Copy link']);
    await screenshot(opened.page, 'card-with-join-page');
    const preferences = {'pp_zoom--app': 'zoom'};
    expect(await ways(await show({scene: {preferences}}))).toEqual([
      'Join',
      'Join in the browser',
      'Copy link',
    ]);
    expect(await ways(await show({scene: {reader: ANA}}))).not.toContain('Join in the browser');
  });

  it('is not there where cards offer none, for a shared link, or where people register first', async () => {
    expect(await ways(await show({joinPage: {is_on_cards: false}}))).toContain('Open in the Zoom app');
    expect(await ways(await show({post: cardPost({state: 'shared'})}))).toContain('Open in the Zoom app');
    const registered = await ways(await show({post: cardPost({...WEBINAR, state: 'waiting'})}));
    expect(registered).not.toContain('Join in the browser');
  });

  it('leads the tab of the click to the join page, and leaves the ticket nowhere on the page', async () => {
    const {page, asked} = await show({replies: {[LINKS]: answered({url: TICKET_URL})}});
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', {name: 'Join in the browser'}).click(),
    ]);
    await tab.waitForURL(TICKET_URL);
    expect(asked.find(({call}) => call === LINKS)?.body).toEqual(IDS);
    expect(await page.content()).not.toContain('ticket.v1');
    expect(await violations(page)).toEqual([]);
  });

  it.each([
    [
      'the server’s own sentence',
      () => refusal(410, 'ended', 'This meeting is over.'),
      'This meeting is over.',
    ],
    ['what to do when there is no answer', () => 'nothing' as const, 'Check your connection and try again.'],
    [
      'that something is wrong where the answer leads elsewhere',
      answered({url: `${ORIGIN}.evil.example/plugins/zoom/join-page/x`}),
      'unexpected answer',
    ],
  ])('says %s, and closes the tab', async (_what, reply, sentence) => {
    const {page} = await show({replies: {[LINKS]: reply}});
    await page.getByRole('button', {name: 'Join in the browser'}).click();
    await page.getByText(sentence).waitFor();
    expect(page.context().pages()).toHaveLength(1);
  });

  it('is a link where the browser let no tab be opened', async () => {
    const {page} = await show({replies: {[LINKS]: answered({url: TICKET_URL})}});
    await page.evaluate(() => {
      window.open = () => null;
    });
    await page.getByRole('button', {name: 'Join in the browser'}).click();
    await page.getByText('your browser did not let it open').waitFor();
    expect(await page.getByRole('link', {name: 'Join in the browser'}).getAttribute('href')).toBe(TICKET_URL);
  });
});

describe('Get stream URL, in the menu of a card', () => {
  const entry = ({page}: OpenedPage) => page.getByRole('button', {name: 'Get stream URL'});
  const isThere = async (shown: Shown): Promise<boolean> => {
    const opened = await show(shown);
    await opened.page.locator('[data-place=app-bar]').waitFor();
    return (await entry(opened).count()) > 0;
  };
  const host = {reader: ANA};

  it('is there for the host, and for administrators who may', async () => {
    expect(await isThere({scene: host})).toBe(true);
    expect(await isThere({})).toBe(false);
    expect(await isThere({isAdmin: true})).toBe(false);
    const joinPage = {admins_may_share: true};
    expect(await isThere({joinPage, isAdmin: true})).toBe(true);
    expect(await isThere({joinPage, scene: {isChannelAdmin: true}})).toBe(true);
    expect(await isThere({joinPage, scene: {reader: BEN}})).toBe(false);
  });

  it('is there for what can be joined on the page alone', async () => {
    const posts = [
      cardPost({state: 'ended'}),
      cardPost({state: 'shared'}),
      cardPost({}, {meeting_personal: true}),
      cardPost({...WEBINAR, state: 'waiting'}),
      {...cardPost(), type: ''},
    ];
    for (const post of posts) expect(await isThere({post, scene: host})).toBe(false);
    expect(await isThere({post: cardPost({...SERIES, state: 'waiting'}), scene: host})).toBe(true);
  });

  it('has the server show it, and says where it is', async () => {
    const message = 'The stream URL of “Weekly planning” is in a direct message to you.';
    const replies = {[STREAMS]: () => ({status: 202, body: {message}})};
    const opened = await show({scene: host, replies});
    await entry(opened).click();
    await opened.page.getByText(message).first().waitFor();
    expect(opened.asked.find(({call}) => call === STREAMS)?.body).toEqual(IDS);
  });

  it('says why there is none', async () => {
    const replies = {[STREAMS]: () => refusal(410, 'ended', 'This meeting is over.')};
    const opened = await show({scene: host, replies});
    await entry(opened).click();
    await opened.page.getByText('This meeting is over.').waitFor();
  });
});

it('The page to which Mattermost’s login leads goes on to the join page with what it came with', async () => {
  const WAY = '/plugins/zoom/join-in-browser';
  const {page} = await openPage({scene: {...sampleScene(), route: '/elsewhere'}});
  await page.evaluate(() => history.replaceState(null, '', '?card=abc&number=85512345678'));
  await page.evaluate(() => window.testPage.change({route: '/join-in-browser'}));
  await page.waitForURL(`**${WAY}?card=abc&number=85512345678`);
});
