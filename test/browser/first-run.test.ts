import {afterAll, beforeAll, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {keepScreenshot} from '../support/browser-window.js';
import {card, type} from '../support/chat-page.js';
import {postWebhook} from '../support/post-webhook.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';
import {openServiceInBrowser} from '../support/service-in-browser.js';
import {meetingEvent} from '../support/world.js';

let on: SandboxInBrowser;
beforeAll(async () => {
  on = await openSandboxInBrowser({isSetUp: false});
}, 60_000);
afterAll(() => on.close());

/** Presses Copy beside the webhook address, and reads what is in the clipboard then. */
async function copied(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText('nothing'));
  await page.getByRole('button', {name: /^Copy http.*webhook/}).click();
  await page.getByRole('button', {name: 'Copied'}).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function saved(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Save', exact: true}).click();
  await page.locator('button:disabled', {hasText: /^Save$/}).waitFor();
}

/** Starts a meeting as Ana, and resolves when a webhook that was posted to this address has changed its card. */
async function changesACard(ana: Page, address: string, topic: string): Promise<void> {
  const {zoom} = on.sandbox;
  await type(ana, `/zoom start ${topic}`);
  await card(ana, topic).waitFor();
  const meeting = zoom.meetings.at(-1)!;
  const event = JSON.parse(meetingEvent('meeting.ended', meeting)) as object;
  expect(await postWebhook(address, zoom.account.secretToken, event)).toBe(204);
  await card(ana, topic).getByText('Ended', {exact: false}).first().waitFor();
}

const refused = async (address: string): Promise<number> =>
  postWebhook(address, on.sandbox.zoom.account.secretToken, {event: 'meeting.sharing_started'});

it('C-01 from an empty server: each address that is copied takes webhooks, though the page holds what it was opened with', async () => {
  const {account, url, apiUrl} = on.sandbox.zoom;
  const [page, ana] = [await on.windowOf('ada'), await on.windowOf('ana')];
  await page.getByRole('button', {name: 'System Console'}).click();
  const first = await copied(page);
  expect(await page.getByLabel('Webhook Secret', {exact: true}).inputValue()).toBe('');
  await keepScreenshot(page, 'first-run-empty');
  await page.getByLabel('Account ID').fill(account.id);
  await page.getByLabel('Client ID', {exact: true}).fill(account.clientId);
  await page.getByLabel('Client Secret', {exact: true}).fill(account.clientSecret);
  await page.getByLabel('Zoom Webhook Secret Token').fill(account.secretToken);
  await page.getByLabel('Zoom URL', {exact: true}).fill(url);
  await page.getByLabel('Zoom API URL').fill(apiUrl);
  await page.locator('input[id$=".allowinsecurezoomurlstrue"]').check();
  await saved(page);
  await changesACard(ana, first, 'One');
  expect(await copied(page)).toBe(first);
  expect((await on.sandbox.zoom.subscribe({url: first})).valid).toBe(true);

  const regenerate = page.locator('.setting', {hasText: 'Webhook Secret'}).getByRole('button');
  await regenerate.click();
  await page.getByText('Why are you changing the Webhook Secret?').waitFor();
  await keepScreenshot(page, 'first-run-regenerate');
  await page.getByLabel('I am replacing it').click();
  await page.getByText('Save now.').waitFor();
  await saved(page);
  await page.getByText('Zoom sends to this one').waitFor();
  await page.getByText('Why are you changing the Webhook Secret?').waitFor({state: 'detached'});
  const second = await copied(page);
  expect(second).not.toBe(first);
  await keepScreenshot(page, 'first-run-replaced');
  await changesACard(ana, first, 'Two');
  await changesACard(ana, second, 'Three');
  await page.getByText('The old address works until').waitFor({state: 'detached'});
  expect(await refused(first)).toBe(401);

  await regenerate.click();
  await page.getByLabel('It leaked').click();
  await page.getByText('Save now.').waitFor();
  await saved(page);
  const third = await copied(page);
  expect(await refused(second)).toBe(401);
  await changesACard(ana, third, 'Four');

  // Another administrator's page, and no answer.
  await page.reload();
  await page.getByRole('button', {name: 'System Console'}).click();
  await page.getByRole('button', {name: /^Copy http.*webhook/}).waitFor();
  await regenerate.click();
  await page.getByText('Without an answer').waitFor();
  await saved(page);
  const fourth = await copied(page);
  expect(await refused(third)).toBe(401);
  await changesACard(ana, fourth, 'Five');
  await on.tidyUp();
}, 120_000);

it('of the service: /zoom tells an administrator the address, and it takes webhooks', async () => {
  const service = await openServiceInBrowser({hasWebApp: false, isSubscribed: false});
  try {
    const {zoom} = service.sandbox;
    const [ada, ana] = [await service.windowOf('ada'), await service.windowOf('ana')];
    await type(ada, '/zoom');
    await ada.getByText('is in a direct message to you').waitFor();
    await ada.getByRole('navigation', {name: 'Channels'}).getByText('zoom').click();
    const address = await ada.locator('code', {hasText: '/plugins/zoom/webhook?secret='}).innerText();
    await keepScreenshot(ada, 'first-run-service');
    expect((await zoom.subscribe({url: address})).valid).toBe(true);
    const [popup] = await Promise.all([
      ana.context().waitForEvent('page'),
      type(ana, '/zoom start Weekly planning'),
    ]);
    await popup.close();
    const {number} = zoom.meetings.at(-1)!;
    zoom.startMeeting(number);
    zoom.endMeeting(number);
    await ana.getByText('has ended').first().waitFor();
    await service.tidyUp();
  } finally {
    await service.close();
  }
}, 120_000);
