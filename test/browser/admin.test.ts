import {describe, expect, it} from '@jest/globals';
import {screenshot, violations} from './look.js';
import {LOOKS} from './looks.js';
import type {AdminSetup} from '../../contract/admin.js';
import type {OpenedPage, OpenOptions} from './open-test-page.js';
import {EMPTY_SETUP} from './sample-answers.js';
import {sampleScene} from './sample-scene.js';
import {sampleMode} from '../support/sample-mode.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

const SETUP = 'GET /plugins/zoom/api/v1/admin/setup';
const SECRET = 'POST /plugins/zoom/api/v1/admin/webhook-secret';
const TEST = 'POST /plugins/zoom/api/v1/admin/test';
const WEBHOOK = 'https://chat.example.org/plugins/zoom/webhook?secret=stored-secret';
const HOOKS = ['WebhookSecret', 'ZoomWebhookSecret'];
const setup: AdminSetup = {
  ...EMPTY_SETUP,
  webhook_url: WEBHOOK,
  modes: [
    sampleMode({
      mode: 'server_to_server',
      settings: ['AccountID', 'OAuthClientID', 'OAuthClientSecret', ...HOOKS],
      scopes: ['user:read:user:admin', 'meeting:write:meeting:admin'],
      events: [
        {name: 'meeting.started', title: 'Start Meeting'},
        {name: 'meeting.ended', title: 'End Meeting'},
      ],
      features: [
        {
          title: 'Who is in a meeting',
          scopes: ['meeting:read:participant:admin'],
          events: [{name: 'meeting.participant_joined', title: 'Participant/Host joined meeting'}],
        },
      ],
    }),
    sampleMode({mode: 'jwt', settings: ['APIKey', 'APISecret', ...HOOKS]}),
  ],
};
const EMPTY = {
  ConnectionMode: 'server_to_server',
  AccountID: '',
  OAuthClientID: '',
  OAuthClientSecret: '',
  APIKey: '',
  APISecret: '',
  WebhookSecret: '********',
  ZoomWebhookSecret: '',
};
const FILLED = {
  ...EMPTY,
  AccountID: 'abc9f',
  OAuthClientID: 'client',
  OAuthClientSecret: '****',
  ZoomWebhookSecret: '****',
};

const check = (id: string, state: string, title: string, text: string, settings: string[] = []) => ({
  id,
  state,
  title,
  text,
  settings,
});
const GOOD = [
  check('settings', 'works', 'Settings', 'Everything that this connection needs is entered.'),
  check('token', 'works', 'Connection', 'Zoom gave a token for account `abc9f`.'),
  check('scopes', 'works', 'Scopes', 'All 2 are granted.'),
  check('you', 'works', 'You in Zoom', 'Zoom knows `admin@example.org`.'),
  check('webhook', 'works', 'Webhook', 'The last one came **4 minutes ago**.'),
  check('validation', 'works', 'Validation', 'Zoom validated the address.'),
  check('site_url', 'works', 'Site URL', 'It is reachable by https.'),
];
const BAD = GOOD.map((row) => {
  if (row.id === 'scopes')
    return check(
      'scopes',
      'wrong',
      'Scopes',
      'Scope `meeting:write:meeting:admin` is missing. [Your apps](https://marketplace.zoom.us/user/build) → your app → Scopes.',
    );
  if (row.id === 'webhook')
    return check(
      'webhook',
      'missing',
      'Webhook',
      'No webhook has arrived yet. Start and end a meeting, or press Validate in Zoom.',
    );
  return row.id === 'validation'
    ? check('validation', 'unknown', 'Validation', 'Not tested: no webhook has arrived.')
    : row;
});

interface OpenConsole extends Omit<OpenOptions, 'scene'> {
  settings?: Record<string, string>;
  locale?: string;
}

function openConsole({
  settings = FILLED,
  locale = 'en',
  replies = {},
  ...more
}: OpenConsole = {}): Promise<OpenedPage> {
  const scene = {...sampleScene({locale}), settings};
  const standard = {
    [SETUP]: () => ({body: setup}),
    [SECRET]: () => ({body: {}}),
    [TEST]: () => ({body: {checks: BAD}}),
  };
  return open({...more, scene, replies: {...standard, ...replies}});
}

const labels = (page: OpenedPage['page']) => page.locator('.zoom-steps .field').allInnerTexts();
const states = (page: OpenedPage['page']) => page.locator('.zoom-step-head .zoom-state').allInnerTexts();

describe.each(LOOKS)('The set-up on React $react', ({react, themes}) => {
  it.each(themes)('goes from empty to green without a fault for axe, in a %s theme', async (theme) => {
    let checks = BAD;
    const replies = {[TEST]: () => ({body: {checks}})};
    const {page, leaks, complaints} = await openConsole({react, theme, settings: EMPTY, replies});
    await page.getByText('Webhook address').waitFor();
    expect(await states(page)).toEqual(Array(4).fill('Not set up yet'));
    expect(await violations(page)).toEqual([]);
    for (const key of ['AccountID', 'OAuthClientID', 'OAuthClientSecret', 'ZoomWebhookSecret']) {
      await page.getByLabel(key, {exact: true}).fill('typed');
    }
    await page.getByRole('button', {name: 'Test connection'}).click();
    await page.getByText('2 things still need to be done.').waitFor();
    expect(await states(page)).toEqual(['Works', 'Works', 'Wrong', 'Wrong']);
    await screenshot(page, `admin-wrong-${theme}-react${react}`);
    expect(await violations(page)).toEqual([]);
    checks = GOOD;
    await page.getByRole('button', {name: 'Test connection'}).click();
    await page.getByText('Everything works.').waitFor();
    expect(await states(page)).toEqual(['Works', 'Works', 'Works', 'Works']);
    await screenshot(page, `admin-works-${theme}-react${react}`);
    expect(await violations(page)).toEqual([]);
    expect([leaks, complaints]).toEqual([[], []]);
  });
});

describe('The fields', () => {
  it('are those of the chosen connection, each once', async () => {
    const {page} = await openConsole();
    await page.getByText('Webhook address').waitFor();
    expect(await labels(page)).toEqual([
      'ConnectionMode',
      'AccountID',
      'OAuthClientID',
      'OAuthClientSecret',
      ...HOOKS,
    ]);
    await page.getByLabel('ConnectionMode').fill('jwt');
    await page.getByLabel('APIKey').waitFor();
    expect(await labels(page)).toEqual(['ConnectionMode', 'APIKey', 'APISecret', ...HOOKS]);
    expect(await page.getByText('Scopes', {exact: true}).count()).toBe(0);
  });

  it.each([
    ['does not answer', 'nothing', 'The plugin did not answer'],
    [
      'refuses',
      {status: 403, body: {code: 'not_an_admin', message: 'Only system administrators may see this.'}},
      'Only system administrators may see this.',
    ],
  ] as const)('are all there when the plugin %s, with a reason', async (_, reply, reason) => {
    const {page} = await openConsole({replies: {[SETUP]: () => reply}});
    await page.getByText(reason).waitFor();
    expect((await labels(page)).sort()).toEqual(Object.keys(EMPTY).sort());
  });
});

describe('Test connection', () => {
  it('sends what is typed, by the names that the server knows', async () => {
    const {page, asked} = await openConsole();
    await page.getByText('Webhook address').waitFor();
    await page.getByLabel('AccountID').fill('typed, not saved');
    await page.getByRole('button', {name: 'Test connection'}).click();
    await page.getByText(/still needs? to be done/).waitFor();
    const {body, headers} = asked.find(({call}) => call === TEST) ?? {};
    expect(body).toMatchObject({settings: {AccountID: 'typed, not saved', OAuthClientSecret: '****'}});
    expect(headers).toMatchObject({'x-csrf-token': 'csrf-token'});
  });

  it('says which settings of other sections it could not read from the page', async () => {
    const {page, asked} = await openConsole();
    await page.getByRole('button', {name: 'Test connection'}).click();
    await page.getByText('This page could not read some fields').waitFor();
    await page.getByText('Zoom URL, Zoom API URL, Allow insecure Zoom addresses').waitFor();
    expect(asked.find(({call}) => call === TEST)?.body).not.toHaveProperty('settings.ZoomURL');
  });

  it('says when its result is of other values', async () => {
    const {page} = await openConsole();
    await page.getByRole('button', {name: 'Test connection'}).click();
    await page.getByText(/still needs? to be done/).waitFor();
    await page.getByLabel('AccountID').fill('other');
    await page.getByText('You changed something since this test.').waitFor();
  });

  it('draws links and code of the texts, and nothing else', async () => {
    const text =
      '`<b>` **bold** [evil](javascript:alert(1)) [good](https://zoom.us) <img src=x onerror=alert(1)>';
    const checks = [check('token', 'wrong', '<i>Title</i>', text)];
    const {page} = await openConsole({replies: {[TEST]: () => ({body: {checks}})}});
    await page.getByRole('button', {name: 'Test connection'}).click();
    const line = page.locator('.zoom-check');
    await line.getByText('<i>Title</i>').waitFor();
    expect(await line.locator('a').allInnerTexts()).toEqual(['good']);
    expect(await line.locator('code').allInnerTexts()).toEqual(['<b>']);
    expect(await line.locator('img, i, b').count()).toBe(0);
  });

  it('says what to do when the plugin does not answer', async () => {
    const {page} = await openConsole({replies: {[TEST]: () => 'nothing'}});
    await page.getByRole('button', {name: 'Test connection'}).click();
    await page.getByText('then test again').waitFor();
  });
});

describe('What goes into Zoom', () => {
  it('is copied whole, and its secret is not on the screen', async () => {
    const {page} = await openConsole();
    await page.getByRole('button', {name: /^Copy https/}).click();
    await page.getByRole('button', {name: 'Copied'}).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(WEBHOOK);
    expect(await page.content()).not.toContain('stored-secret');
  });

  it('holds what may be left out folded under what it is for', async () => {
    const {page} = await openConsole();
    const scope = page.getByRole('button', {name: 'Copy meeting:read:participant:admin'});
    await page.getByText('Who is in a meeting').waitFor();
    expect(await scope.isVisible()).toBe(false);
    await page.getByText('Who is in a meeting').click();
    await scope.click();
    await page.getByRole('button', {name: 'Copied'}).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('meeting:read:participant:admin');
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'admin-features');
  });

  it('warns while the secret on the screen is another one', async () => {
    const {page} = await openConsole();
    await page.getByText('Webhook address').waitFor();
    await page.getByLabel('WebhookSecret', {exact: true}).fill('regenerated');
    await page.getByText('this one still holds the old secret').waitFor();
  });
});

it.each(['de', 'es', 'fr', 'ja'])('The set-up fits 320 pixels in %s', async (locale) => {
  const {page} = await openConsole({locale, width: 320});
  await page.locator('.zoom-primary').click();
  await page.locator('.zoom-check').first().waitFor();
  await screenshot(page, `admin-320-${locale}`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  expect(await violations(page)).toEqual([]);
});
