import type {AdminSetup} from '../../contract/admin.js';
import type {Page} from 'playwright-core';
import type {Component} from './component.js';
import {PANELS} from './panel-components.js';
import type {OpenOptions} from './open-test-page.js';
import {EMPTY_SETUP, EXISTING} from './sample-answers.js';
import {refusal} from './sample-import.js';
import {sampleMode} from '../support/sample-mode.js';
import {
  ANA,
  BEN,
  cardPost,
  CLIENT,
  EVERY_STATE,
  PEOPLE_STATES,
  PICTURES,
  PLANNED_STATES,
  sampleScene,
} from './sample-scene.js';
import type {Reply} from './serve-test-page.js';
import {MEETINGS, STARTED, startButton} from './starts.js';

const SETUP = 'GET /plugins/zoom/api/v1/admin/setup';
const TEST = 'POST /plugins/zoom/api/v1/admin/test';
const HOST = 'POST /plugins/zoom/api/v1/start-links';
const NEVER = (): Promise<Reply> => new Promise(() => undefined);

const numbered = (posts: readonly ReturnType<typeof cardPost>[]): ReturnType<typeof cardPost>[] =>
  posts.map((post, index) => ({...post, id: `${index}`.repeat(26)}));

function cards(name: string, scene: Parameters<typeof sampleScene>[0]): Component {
  return {
    name,
    show: async (open, look) => {
      const {page} = await open({...look, scene: sampleScene({posts: EVERY_STATE, ...scene})});
      await page.getByText('Ended at 15:05').waitFor();
      await startButton(page).waitFor();
      return page;
    },
  };
}

const people: Component = {
  name: 'cards with people',
  show: async (open, look) => {
    const scene = sampleScene({posts: PEOPLE_STATES, isChannelAdmin: true});
    const {page} = await open({...look, scene, replies: PICTURES});
    for (const faces of await page.locator('.zoom-faces').all()) await faces.click();
    await page.getByText('and 12 more').waitFor();
    await page.getByText('Ended at 15:04').waitFor();
    return page;
  },
};

function planned(name: string, scene: Parameters<typeof sampleScene>[0]): Component {
  return {
    name,
    show: async (open, look) => {
      const {page} = await open({...look, scene: sampleScene({posts: PLANNED_STATES, ...scene})});
      await page.getByRole('button', {name: 'Show more'}).waitFor();
      await page.getByText('Ended at 15:04').waitFor();
      return page;
    },
  };
}

const endQuestion: Component = {
  name: 'the question before a meeting ends for everybody',
  show: async (open, look) => {
    const {page} = await open({...look, scene: sampleScene({posts: [cardPost()], reader: ANA})});
    await page.getByRole('button', {name: 'End meeting'}).click();
    await page.getByRole('dialog').waitFor();
    return page;
  },
};

const plainPosts: Component = {
  name: 'posts that are no card',
  show: async (open, look) => {
    const forged = {user_id: BEN, message: 'I have started\na meeting'};
    const posts = numbered([
      cardPost({}, {}, forged),
      cardPost({}, {meeting_link: 'https://evil.example/j/1'}, forged),
      cardPost({state: '__proto__'}),
    ]);
    const {page} = await open({...look, scene: sampleScene({posts})});
    await page.locator('.zoom-fallback').waitFor();
    return page;
  },
};

/** A start, and what the page then shows. */
function afterStart(name: string, reply: Reply, shown: string, more: Partial<OpenOptions> = {}): Component {
  return {
    name,
    show: async (open, look) => {
      const replies = {[MEETINGS]: () => reply, ...more.replies};
      const {page} = await open({...look, scene: sampleScene(), ...more, replies});
      await page.evaluate(() => {
        window.open = () => null;
      });
      await startButton(page).click();
      await page.getByText(shown).waitFor();
      return page;
    },
  };
}

const LARGE: Reply = {status: 409, body: {code: 'large_channel', message: 'It is large.', members: 1234}};
const exists = (more: object): Reply => ({
  status: 409,
  body: {
    code: 'meeting_exists',
    message: 'There is one.',
    meeting: {...EXISTING, ...more},
  },
});

const atWork: Component = {
  name: 'buttons at work',
  show: async (open, look) => {
    const scene = sampleScene({posts: EVERY_STATE, reader: ANA});
    const {page} = await open({...look, scene, replies: {[MEETINGS]: NEVER, [HOST]: NEVER}});
    await page.getByRole('button', {name: 'Start again'}).click();
    await page.getByRole('button', {name: 'Start as host'}).first().click();
    await page.locator('#header').getByRole('button', {name: 'Starting…'}).waitFor();
    await page.locator('.zoom-primary[aria-disabled=true]').first().waitFor();
    return page;
  },
};

const SETTINGS = {
  ConnectionMode: 'server_to_server',
  AccountID: 'abc9f',
  OAuthClientID: '',
  WebhookSecret: '****',
};
const setup: AdminSetup = {
  ...EMPTY_SETUP,
  webhook_url: 'https://chat.example.org/plugins/zoom/webhook?secret=stored-secret',
  // Its choice on the screen is another one than that in force.
  mode: 'jwt',
  modes: [
    sampleMode({
      mode: 'server_to_server',
      settings: ['AccountID', 'OAuthClientID', 'WebhookSecret'],
      redirect_url: 'https://chat.example.org/plugins/zoom/oauth2/complete',
      scopes: ['user:read:user:admin', 'meeting:write:meeting:admin'],
      events: [{name: 'meeting.started', title: 'Start Meeting'}],
    }),
    sampleMode({mode: 'jwt'}),
  ],
};
const LINK = '[Your apps](https://marketplace.zoom.us/user/build)';
const checks = [
  {id: 'token', state: 'works', title: 'Connection', text: 'Zoom gave a token for `abc9f`.', settings: []},
  {
    id: 'scopes',
    state: 'wrong',
    title: 'Scopes',
    text: `One is **missing**. ${LINK} → Scopes.`,
    settings: [],
  },
  {id: 'webhook', state: 'missing', title: 'Webhook', text: 'None has arrived yet.', settings: []},
  {id: 'validation', state: 'unknown', title: 'Validation', text: 'Not tested.', settings: []},
];

function setUp(
  name: string,
  replies: NonNullable<OpenOptions['replies']>,
  act: (page: Page) => Promise<unknown>,
): Component {
  return {
    name,
    show: async (open, look) => {
      const scene = {...sampleScene(), settings: SETTINGS};
      const standard = {[SETUP]: () => ({body: setup}), [TEST]: () => ({body: {checks}})};
      const {page} = await open({...look, scene, replies: {...standard, ...replies}});
      await page.locator('.zoom-setup').waitFor();
      await act(page);
      return page;
    },
  };
}

const pressTest = (page: Page) => page.getByRole('button', {name: 'Test connection'}).click();
const tested = async (page: Page): Promise<void> => {
  await page.getByText('Webhook address').waitFor();
  await pressTest(page);
  await page.locator('.zoom-check').first().waitFor();
};

/** Everything of ours that people see, in every state that changes its words or colours. */
export const COMPONENTS: readonly Component[] = [
  cards('cards and start buttons', {}),
  cards('cards of the host', {reader: ANA}),
  cards('compact cards', {compact: true}),
  people,
  planned('cards of what is planned', {}),
  planned('the host’s cards of what is planned', {reader: ANA}),
  ...PANELS,
  endQuestion,
  plainPosts,
  atWork,
  afterStart('a notice with a link', STARTED, 'Open the meeting'),
  afterStart('a notice of what was done', STARTED, 'Join in the browser instead', {
    scene: sampleScene({preferences: {'pp_zoom--app': 'zoom'}}),
  }),
  afterStart(
    'a notice with a page of Mattermost',
    refusal(503, 'not_configured', 'Zoom is not set up yet: **Account ID** is missing, see `/zoom doctor`.'),
    'Open the settings',
    {replies: {'GET /plugins/zoom/api/v1/client': () => ({body: {...CLIENT, is_admin: true}})}},
  ),
  afterStart('the question', exists({}), 'Join it'),
  afterStart(
    'the question about another service',
    exists({provider: 'Jitsi', meeting_url: 'https://meet.example.org/abc'}),
    'Join it at meet.example.org',
  ),
  afterStart(
    'the question about the meeting ID',
    refusal(409, 'which_meeting_id', 'Which?'),
    'To decide once for all',
  ),
  afterStart('the question about a large channel', LARGE, 'Start and post'),
  setUp('the set-up before a test', {}, (page) => page.getByText('Webhook address').waitFor()),
  setUp('the set-up after a test', {}, tested),
  setUp('the set-up with a result of other values', {}, async (page) => {
    await tested(page);
    await page.getByLabel('AccountID').fill('other');
    await page.getByLabel('WebhookSecret').fill('regenerated');
    await page.getByText('You changed something since this test.').waitFor();
  }),
  setUp('the set-up at work', {[TEST]: NEVER}, async (page) => {
    await pressTest(page);
    await page.getByText('Testing…').waitFor();
  }),
  setUp('the set-up without an answer', {[SETUP]: () => 'nothing', [TEST]: () => 'nothing'}, async (page) => {
    await pressTest(page);
    await page.getByText('then test again').waitFor();
  }),
];
