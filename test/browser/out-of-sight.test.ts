import {describe, expect, it} from '@jest/globals';
import type {HostChannel, HostState} from '../../webapp/mattermost/host-state.js';
import {screenshot, violations} from './look.js';
import type {OpenedPage} from './open-test-page.js';
import type {Scene} from './page/scene.js';
import {ANA, BEN, BOT, CHANNEL, JOIN_URL, NOW, sampleScene} from './sample-scene.js';
import {announced, MEETINGS, startButton} from './starts.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();
const DIRECT = 'd'.repeat(26);
const QUESTION = 'q'.repeat(26);
const CARD = 'p'.repeat(26);
const CARD_IDS = {card_id: 'card1', meeting_id: '85512345678'};
const STARTED = {body: {meeting_url: JOIN_URL, post_id: CARD, ...CARD_IDS}};
const VIEW = 'POST /api/v4/channels/members/me/view';
const LINKS = 'POST /plugins/zoom/api/v1/start-links';
const START_URL = 'https://zoom.us/s/85512345678?zak=z';

const replies = {
  [MEETINGS]: () => STARTED,
  [VIEW]: () => ({body: {status: 'OK'}}),
  [LINKS]: () => ({body: {start_url: START_URL}}),
  'POST /api/v4/channels/direct': () => ({status: 201, body: {id: DIRECT}}),
};

const channel = (id: string, more: Partial<HostChannel> = {}): HostChannel => ({
  id,
  type: 'O',
  name: 'town-square',
  team_id: 'team',
  delete_at: 0,
  ...more,
});
const direct = (other: string): HostChannel =>
  channel(DIRECT, {type: 'D', name: `${ANA}__${other}`, team_id: ''});

interface Wished {
  channels?: readonly HostChannel[];
  openChannel?: string;
  views?: HostState['views'];
  collapsed?: string;
  team?: boolean;
}

/** Ana, with a question of Ben's before her. */
function scene({channels = [channel(CHANNEL)], openChannel = CHANNEL, ...wished}: Wished = {}): Scene {
  const post = {id: QUESTION, user_id: BEN, channel_id: openChannel, create_at: NOW, message: 'Who reviews?'};
  const base = sampleScene({reader: ANA, posts: [post]});
  const {entities} = base.state;
  return {
    ...base,
    state: {
      entities: {
        ...entities,
        general: {config: {...entities.general.config, CollapsedThreads: wished.collapsed ?? 'always_on'}},
        channels: {
          currentChannelId: openChannel,
          channels: Object.fromEntries(channels.map((each) => [each.id, each])),
        },
        teams: {currentTeamId: 'team', ...(wished.team === false ? {} : {teams: {team: {name: 'sales'}}})},
      },
      views: wished.views ?? {},
    },
  };
}

/** Where the page was led to, as Mattermost's own history would be told. */
async function watchPaths({page}: OpenedPage): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    Object.assign(window, {WebappUtils: {browserHistory: {push: (path: string) => (document.title = path)}}});
  });
  return () => page.title();
}

const viewed = ({asked}: OpenedPage): unknown[] =>
  asked.filter(({call}) => call === VIEW).map(({body}) => body);
const aboutThis = ({page}: OpenedPage) => page.getByRole('button', {name: 'Start Zoom meeting about this'});
const notice = ({page}: OpenedPage) => page.locator('.zoom-notice');

describe('A meeting about a message', () => {
  it.each(['light', 'dark'] as const)('says where its card is, and leads there, %s', async (theme) => {
    const now = await open({scene: scene(), replies, theme});
    const path = await watchPaths(now);
    await aboutThis(now).click();
    await notice(now).getByText('Your meeting’s card is in the thread of that message.').waitFor();
    await screenshot(now.page, `out-of-sight-${theme}`);
    expect(await violations(now.page)).toEqual([]);
    await now.page.getByRole('button', {name: 'Go to the card'}).click();
    expect(await path()).toBe(`/sales/pl/${CARD}`);
    expect(await notice(now).count()).toBe(0);
    expect(viewed(now)).toEqual([]);
  });

  it('lets its starter in as the host from there', async () => {
    const now = await open({scene: scene(), replies});
    await aboutThis(now).click();
    await notice(now).getByRole('button', {name: 'Start as host'}).click();
    await now.page.waitForFunction(() => document.querySelector('.zoom-notice') === null);
    const [link] = now.asked.filter(({call}) => call === LINKS);
    expect(link?.body).toEqual(CARD_IDS);
  });

  it('keeps these ways beside the link of a tab that was blocked', async () => {
    const now = await open({scene: scene(), replies});
    await now.page.evaluate(() => {
      window.open = () => null;
    });
    await aboutThis(now).click();
    await notice(now).getByText('your browser did not let it open').waitFor();
    expect(await notice(now).getByRole('link').allTextContents()).toEqual(['Open the meeting']);
    expect(await notice(now).getByRole('button').allTextContents()).toEqual([
      'Go to the card',
      'Start as host',
      '',
    ]);
  });

  it.each([
    ['the thread is open beside it', {views: {rhs: {selectedPostId: QUESTION}}}],
    ['threads are not collapsed', {collapsed: 'disabled'}],
  ])('says nothing where %s', async (_what, wished) => {
    const now = await open({scene: scene(wished), replies});
    await aboutThis(now).click();
    await announced(now.page, 'Meeting started');
    expect(await notice(now).count()).toBe(0);
  });

  it('has said enough once the thread is opened', async () => {
    const now = await open({scene: scene(), replies});
    await aboutThis(now).click();
    await notice(now).waitFor();
    const {state} = scene({views: {rhs: {selectedPostId: QUESTION}}});
    await now.page.mouse.move(5, 5);
    await now.page.evaluate((next) => window.testPage.change({state: next}), state);
    await notice(now).waitFor({state: 'detached'});
  });

  it('finds its card without a team, too', async () => {
    const now = await open({scene: scene({team: false}), replies});
    const path = await watchPaths(now);
    await aboutThis(now).click();
    await now.page.getByRole('button', {name: 'Go to the card'}).click();
    expect(await path()).toBe(`/_redirect/pl/${CARD}`);
  });
});

describe('A meeting with a person', () => {
  it('takes its starter to the direct channel, which has no badge by it', async () => {
    const now = await open({scene: scene(), replies});
    const path = await watchPaths(now);
    await now.page.locator('.zoom-person').click();
    await announced(now.page, 'Meeting started');
    expect(await path()).toBe('/sales/messages/@ben');
    expect(await notice(now).count()).toBe(0);
    expect(viewed(now)).toEqual([{channel_id: DIRECT}]);
    const order = now.asked.map(({call}) => call);
    expect(order.indexOf(VIEW)).toBeGreaterThan(order.indexOf(MEETINGS));
  });

  it('leaves them where they are when that is the direct channel', async () => {
    const now = await open({scene: scene({channels: [direct(BEN)], openChannel: DIRECT}), replies});
    const path = await watchPaths(now);
    await now.page.locator('.zoom-person').click();
    await announced(now.page, 'Meeting started');
    expect(await path()).toBe('Test page');
  });

  it('gets a notice where the page does not know the way', async () => {
    const now = await open({scene: scene({team: false}), replies});
    await now.page.locator('.zoom-person').click();
    await notice(now).getByText('Your meeting’s card is in another channel.').waitFor();
  });
});

describe('The starter’s own card', () => {
  it.each([
    ['a direct channel', direct(BEN), [{channel_id: DIRECT}]],
    ['a group message', channel(DIRECT, {type: 'G'}), [{channel_id: DIRECT}]],
    ['any other channel', channel(DIRECT), []],
  ])('in %s: what is marked as viewed', async (_where, here, expected) => {
    const now = await open({scene: scene({channels: [here], openChannel: DIRECT}), replies});
    await startButton(now.page).click();
    await announced(now.page, 'Meeting started');
    expect(viewed(now)).toEqual(expected);
  });

  it('is no trouble where that is refused', async () => {
    const refusing = {...replies, [VIEW]: () => ({status: 500, body: {}})};
    const now = await open({scene: scene({channels: [direct(BEN)], openChannel: DIRECT}), replies: refusing});
    await startButton(now.page).click();
    await announced(now.page, 'Meeting started');
    expect(await notice(now).count()).toBe(0);
  });
});

describe('Where a start is refused', () => {
  const places = [
    '#header button',
    '[data-place=app-bar]',
    '[data-place=channel-menu] >> nth=0',
    '[data-place=post-menu]',
  ];
  const count = async ({page}: OpenedPage): Promise<number[]> =>
    Promise.all(places.map((place) => page.locator(place).count()));

  it.each([
    ['an archived channel', channel(CHANNEL, {delete_at: NOW})],
    ['the bot’s own direct channel', channel(CHANNEL, {type: 'D', name: `${ANA}__${BOT}`})],
  ])('%s offers none, and another channel does', async (_what, here) => {
    const now = await open({scene: scene(), replies});
    await startButton(now.page).waitFor();
    expect(await count(now)).toEqual([1, 1, 1, 1]);
    const change = (next: Scene) => now.page.evaluate((given) => window.testPage.change(given), next);
    await change(scene({channels: [here]}));
    await startButton(now.page).waitFor({state: 'detached'});
    expect(await count(now)).toEqual([0, 0, 0, 0]);
    await change(scene());
    await startButton(now.page).waitFor();
    expect(await count(now)).toEqual([1, 1, 1, 1]);
  });
});
