import {describe, expect, it} from '@jest/globals';
import {screenshot, violations} from './look.js';
import type {AdminSetup} from '../../contract/admin.js';
import type {OpenedPage, OpenOptions} from './open-test-page.js';
import {EMPTY_SETUP} from './sample-answers.js';
import {NOW, sampleScene} from './sample-scene.js';
import {sampleMode} from '../support/sample-mode.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

const SETUP = 'GET /plugins/zoom/api/v1/admin/setup';
const SECRET = 'POST /plugins/zoom/api/v1/admin/webhook-secret';
const WEBHOOK = 'https://chat.example.org/plugins/zoom/webhook?secret=stored-secret';
const settings = {ConnectionMode: 'jwt', WebhookSecret: '', ZoomWebhookSecret: '****'};
const setup: AdminSetup = {
  ...EMPTY_SETUP,
  webhook_url: WEBHOOK,
  modes: [sampleMode({mode: 'jwt', settings: ['WebhookSecret', 'ZoomWebhookSecret']})],
};

const openConsole = ({replies = {}}: Pick<OpenOptions, 'replies'> = {}): Promise<OpenedPage> =>
  open({
    scene: {...sampleScene(), settings},
    replies: {[SETUP]: () => ({body: setup}), [SECRET]: () => ({body: {}}), ...replies},
  });

describe('The webhook address', () => {
  it('is asked for anew at each copy, and after the server said that something changed', async () => {
    let answer: object = setup;
    const {page} = await openConsole({replies: {[SETUP]: () => ({body: answer})}});
    await page.getByRole('button', {name: /^Copy https/}).waitFor();
    answer = {...setup, webhook_url: `${WEBHOOK}-newer`};
    await page.getByRole('button', {name: /^Copy https/}).click();
    await page.getByRole('button', {name: 'Copied'}).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${WEBHOOK}-newer`);
    answer = {...setup, former_address_until: NOW + 20 * 3_600_000};
    await page.evaluate(() => window.testPage.fire('custom_zoom_client_changed'));
    await page.getByText(/The old address works until November 25 at \d+:05/).waitFor();
  });

  it('is copied by the text area where the browser has no clipboard for pages', async () => {
    const {page} = await openConsole();
    await page.getByText('Webhook address').waitFor();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true});
      document.execCommand = () => {
        document.title = (document.activeElement as HTMLTextAreaElement).value;
        return true;
      };
    });
    await page.getByRole('button', {name: /^Copy https/}).click();
    await page.getByRole('button', {name: 'Copied'}).waitFor();
    expect(await page.title()).toBe(WEBHOOK);
  });

  it('is not copied when the plugin does not answer: an old address would be a dead one', async () => {
    let isThere = true;
    const {page} = await openConsole({
      replies: {[SETUP]: () => (isThere ? {body: setup} : 'nothing')},
    });
    await page.getByRole('button', {name: /^Copy https/}).waitFor();
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    isThere = false;
    await page.getByRole('button', {name: /^Copy https/}).click();
    await page.getByText('so nothing was copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');
  });
});

describe('A secret that changes', () => {
  const until = NOW + 24 * 3_600_000;

  it.each(['WebhookSecret', 'ZoomWebhookSecret'])('is asked about: %s', async (setting) => {
    const {page, asked} = await openConsole({replies: {[SECRET]: () => ({body: {until}})}});
    await page.getByText('Webhook address').waitFor();
    expect(await page.locator('fieldset').count()).toBe(0);
    await page.getByLabel(setting, {exact: true}).fill('another');
    await page.getByText('Without an answer, the old one stops working when you save.').waitFor();
    await page.getByLabel('I am replacing it').check();
    await page.getByText('Save now.').waitFor();
    await screenshot(page, `admin-rotate-${setting}`);
    expect(await violations(page)).toEqual([]);
    const said = asked.filter(({call}) => call === SECRET).map(({body}) => body);
    expect(said.at(-1)).toEqual({setting, value: 'another', because: 'replaced'});
    await page.getByLabel(setting, {exact: true}).fill('yet another');
    await page.getByText('Without an answer').waitFor();
  });

  it('is asked about again when the answer did not arrive', async () => {
    const replies = {
      [SECRET]: (body: unknown) => ('because' in (body as object) ? ('nothing' as const) : {body: {until}}),
    };
    const {page} = await openConsole({replies});
    await page.getByText('Webhook address').waitFor();
    await page.getByLabel('WebhookSecret', {exact: true}).fill('another');
    await page.getByLabel('It leaked').click();
    await page.getByText('Choose again.').waitFor();
    expect(await page.getByLabel('It leaked').isChecked()).toBe(false);
  });

  it('is not asked about where nothing can be kept, or nothing changes', async () => {
    const {page} = await openConsole();
    await page.getByText('Webhook address').waitFor();
    const answered = page.waitForResponse((response) => response.url().endsWith('/webhook-secret'));
    await page.getByLabel('ZoomWebhookSecret', {exact: true}).fill('the same');
    await answered;
    expect(await page.locator('fieldset').count()).toBe(0);
  });
});
