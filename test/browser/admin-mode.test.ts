import {describe, expect, it} from '@jest/globals';
import type {AdminSetup} from '../../contract/admin.js';
import {sampleMode} from '../support/sample-mode.js';
import {screenshot, violations} from './look.js';
import type {OpenedPage} from './open-test-page.js';
import {EMPTY_SETUP} from './sample-answers.js';
import {sampleScene} from './sample-scene.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

const TEST = 'POST /plugins/zoom/api/v1/admin/test';
const SETUP = 'GET /plugins/zoom/api/v1/admin/setup';
const user = sampleMode({
  mode: 'user',
  people: 'Everybody connects **their own** account.',
  app: 'Create a General App.',
  when_chosen: 'Everybody connects before their next meeting.',
  when_left: 'Connections stay stored.',
  settings: ['OAuthClientID', 'OAuthClientSecret', 'WebhookSecret'],
  redirect_url: 'https://chat.example.org/plugins/zoom/oauth2/complete',
  scopes: ['user:read:user'],
});
const modes = [
  sampleMode({mode: 'server_to_server', settings: ['AccountID', 'OAuthClientID', 'OAuthClientSecret']}),
  sampleMode({mode: 'jwt', settings: ['APIKey', 'APISecret']}),
  user,
];
const FILLED = {
  ConnectionMode: 'server_to_server',
  AccountID: 'abc9f',
  OAuthClientID: 'client',
  OAuthClientSecret: '****',
  APIKey: '',
  APISecret: '',
  WebhookSecret: '********',
};

function openConsole(given: Partial<AdminSetup>, settings = FILLED): Promise<OpenedPage> {
  const body = {...EMPTY_SETUP, webhook_url: 'https://chat.example.org/hook?secret=s', modes, ...given};
  return open({
    scene: {...sampleScene({locale: 'en'}), settings},
    replies: {[SETUP]: () => ({body}), [TEST]: () => ({body: {checks: []}})},
  });
}

const notice = (page: OpenedPage['page']) => page.locator('.zoom-mode-change');
const expectEmpty = async (page: OpenedPage['page']): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('.zoom-mode-change')?.textContent === '');
};

describe('The choice of the connection', () => {
  it('says what people will experience, which app it takes, and what Zoom has to know', async () => {
    const {page} = await openConsole({}, {...FILLED, ConnectionMode: 'user'});
    await page.getByText('Everybody connects their own account.').waitFor();
    await page.getByText('Create a General App.').waitFor();
    expect(await page.locator('.zoom-steps .field').allInnerTexts()).toEqual([
      'ConnectionMode',
      'OAuthClientID',
      'OAuthClientSecret',
      'WebhookSecret',
    ]);
    expect(await page.locator('.zoom-copy code').allInnerTexts()).toEqual([
      user.redirect_url,
      'https://chat.example.org/hook?secret=•••',
      'user:read:user',
    ]);
    await screenshot(page, 'admin-mode-user');
    expect(await violations(page)).toEqual([]);
  });

  it('says what people have to do when it is changed, and what becomes of their connections', async () => {
    const {page} = await openConsole({});
    await page.getByText('Webhook address').waitFor();
    expect(await notice(page).innerText()).toBe('');
    await page.getByLabel('ConnectionMode').fill('user');
    await notice(page).getByText('Everybody connects before their next meeting.').waitFor();
    await page.getByLabel('ConnectionMode').fill('server_to_server');
    await expectEmpty(page);
    const other = await openConsole({mode: 'user'}, {...FILLED, ConnectionMode: 'jwt'});
    await notice(other.page).getByText('Nobody has to do anything. Connections stay stored.').waitFor();
  });

  it('is no change where nothing worked before', async () => {
    const {page} = await openConsole(
      {missing: ['AccountID']},
      {...FILLED, AccountID: '', ConnectionMode: 'user'},
    );
    await page.getByText('Create a General App.').waitFor();
    await expectEmpty(page);
  });

  it('shows the one in force where none was chosen', async () => {
    const {page, asked} = await openConsole({mode: 'user'}, {...FILLED, ConnectionMode: ''});
    await page.getByText('Create a General App.').waitFor();
    expect(await page.getByLabel('ConnectionMode').inputValue()).toBe('user');
    expect(await notice(page).innerText()).toBe('');
    await page.getByRole('button', {name: 'Test connection'}).click();
    await page.getByText('could not read some fields').waitFor();
    expect(asked.find(({call}) => call === TEST)?.body).toMatchObject({settings: {connectionmode: 'user'}});
  });
});
