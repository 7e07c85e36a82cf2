import {describe, expect, it} from '@jest/globals';
import {screenshot, violations} from './look.js';
import {LOOK_THEMES} from './looks.js';
import {EXISTING} from './sample-answers.js';
import {CHANNEL, JOIN_URL, sampleScene, cardPost} from './sample-scene.js';
import type {Reply} from './serve-test-page.js';
import {announced, MEETINGS, STARTED, startButton, starts} from './starts.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser({leadsAway: true});
const FORCED = `${MEETINGS}?force=true`;
const WHICH: Reply = {status: 409, body: {code: 'which_meeting_id', message: 'Which one?'}};
const LARGE: Reply = {status: 409, body: {code: 'large_channel', message: 'It is large.', members: 1234}};
const EXISTS: Reply = {
  status: 409,
  body: {code: 'meeting_exists', message: 'There is one.', meeting: EXISTING},
};

/** Answers each start with the next of these. */
const inTurn =
  (...replies: Reply[]) =>
  (): Reply =>
    replies.shift() ?? STARTED;

describe('The question which meeting ID', () => {
  it.each(LOOK_THEMES)('is asked in a dialog without a fault for axe, %s', async (theme) => {
    const {page, context} = await open({theme, replies: {[MEETINGS]: () => WHICH}});
    await startButton(page).click();
    await page.getByRole('dialog', {name: 'Which meeting ID?'}).waitFor();
    await screenshot(page, `which-id-${theme}`);
    expect(await page.getByRole('dialog').locator('code').textContent()).toBe('/zoom settings');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('A new one');
    expect(await violations(page)).toEqual([]);
    expect(context.pages()).toHaveLength(1);
  });

  it.each([
    ['A new one', 'unique'],
    ['My personal one', 'personal'],
  ])('starts with what was chosen, in one tab: %s', async (name, id) => {
    const now = await open({replies: {[MEETINGS]: inTurn(WHICH)}});
    await startButton(now.page).click();
    const [tab] = await Promise.all([
      now.context.waitForEvent('page'),
      now.page.getByRole('button', {name}).click(),
    ]);
    await tab.waitForURL(JOIN_URL);
    expect(starts(now).map(({body}) => body)).toEqual([
      {channel_id: CHANNEL, root_id: '', topic: ''},
      {channel_id: CHANNEL, root_id: '', topic: '', meeting_id: id},
    ]);
    expect(now.context.pages()).toHaveLength(2);
  });

  it('starts nothing when nobody answers it', async () => {
    const now = await open({replies: {[MEETINGS]: inTurn(WHICH)}});
    await startButton(now.page).click();
    await now.page.getByRole('button', {name: 'Cancel'}).click();
    await now.page.getByRole('dialog').waitFor({state: 'detached'});
    expect(starts(now)).toHaveLength(1);
  });
});

describe('The question about many readers', () => {
  it.each(LOOK_THEMES)('names their number, without a fault for axe, %s', async (theme) => {
    const now = await open({theme, replies: {[MEETINGS]: inTurn(LARGE)}});
    await startButton(now.page).click();
    await now.page.getByRole('dialog', {name: 'Post to 1,234 members?'}).waitFor();
    await screenshot(now.page, `large-channel-${theme}`);
    expect(await violations(now.page)).toEqual([]);
    await now.page.getByRole('button', {name: 'Start and post'}).click();
    await announced(now.page, 'Meeting started');
    expect(starts(now).at(-1)?.body).toMatchObject({large_channel: true});
  });
});

it('Each question keeps what the others have decided, and the topic and the thread', async () => {
  const post = cardPost({state: 'ended'}, {}, {root_id: 'r'.repeat(26)});
  const replies = {[MEETINGS]: inTurn(WHICH, LARGE, EXISTS), [FORCED]: () => STARTED};
  const now = await open({scene: sampleScene({posts: [post]}), replies});
  for (const name of ['Start again', 'My personal one', 'Start and post', 'Start another'])
    await now.page.getByRole('button', {name}).click();
  await announced(now.page, 'Meeting started');
  expect(starts(now).map(({call}) => call)).toEqual([MEETINGS, MEETINGS, MEETINGS, FORCED]);
  expect(starts(now).at(-1)?.body).toEqual({
    channel_id: CHANNEL,
    root_id: 'r'.repeat(26),
    topic: 'Weekly planning',
    meeting_id: 'personal',
    large_channel: true,
  });
  expect(now.context.pages()).toHaveLength(2);
});

describe('What the server says about a start that succeeded', () => {
  const notice = 'Your personal meeting ID is switched off in Zoom, so this meeting has a new one.';
  const body = {...STARTED.body, notice};

  it('is shown beside the meeting, and does not open it twice', async () => {
    const now = await open({replies: {[MEETINGS]: () => ({body})}});
    await startButton(now.page).click();
    await now.page.locator('.zoom-notice.zoom-done').getByText(notice).waitFor();
    await now.page.evaluate(() => {
      performance.now = () => 5_000;
    });
    await now.page.locator('[data-place=channel-menu] >> nth=0').click();
    await now.page.getByText('Your meeting is already open in another tab.').waitFor();
    expect(now.context.pages()).toHaveLength(2);
  });

  it('is added to what kept the meeting from opening', async () => {
    const {page} = await open({replies: {[MEETINGS]: () => ({body})}});
    await page.evaluate(() => {
      window.open = () => null;
    });
    await startButton(page).click();
    await page.locator('.zoom-notice.zoom-trouble').getByText(notice).waitFor();
    await page.getByText('your browser did not let it open').waitFor();
    await page.getByRole('link', {name: 'Open the meeting'}).waitFor();
  });
});
