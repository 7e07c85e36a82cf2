import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Request} from 'playwright-core';
import {keepScreenshot} from '../support/browser-window.js';
import {callButton, type} from '../support/chat-page.js';
import {openServiceInBrowser, type ServiceInBrowser} from '../support/service-in-browser.js';

let on: ServiceInBrowser;
beforeAll(async () => {
  on = await openServiceInBrowser({hasWebApp: true});
}, 60_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

describe('The web app alone, beside a service', () => {
  it('is paired once by a code that its person types, and starts meetings from then on', async () => {
    const page = await on.windowOf('ana');
    const asked: Request[] = [];
    page.on('request', (request) => request.url().startsWith(on.serviceUrl) && asked.push(request));
    await callButton(page).click();
    const notice = page.getByText(/\/zoom pair [A-Z0-9]{4}-[A-Z0-9]{4}/);
    await notice.waitFor();
    await keepScreenshot(page, 'service-not-paired');
    expect(on.sandbox.zoom.meetings).toEqual([]);
    const [code = ''] = /\/zoom pair [A-Z0-9]{4}-[A-Z0-9]{4}/.exec((await notice.textContent()) ?? '') ?? [];
    await type(page, code);
    await page.getByText(/A direct message from the bot asks/).waitFor();
    const channels = page.getByRole('navigation', {name: 'Channels'});
    await channels.getByText('zoom').click();
    await page.getByRole('button', {name: 'Connect this browser'}).click();
    await page.getByText(/A browser is now connected to your account/).waitFor();
    await channels.getByText('Town Square').click();
    const opened = page.context().waitForEvent('page');
    await callButton(page).click();
    await (await opened).waitForURL(/\/j\/\d+/);
    await page.locator('.zoom-card').getByRole('button', {name: 'Start as host'}).waitFor();
    await keepScreenshot(page, 'service-paired');
    // The list is the service's, its words are a file of the web app's own.
    await page.getByRole('main').getByRole('button', {name: 'Attach'}).click();
    await page.getByRole('button', {name: 'Bring a Zoom meeting here'}).click();
    await page.locator('.zoom-panel').getByText('You have no meeting planned in Zoom.').waitFor();
    const headers = await Promise.all(asked.map((request) => request.allHeaders()));
    expect(headers.length).toBeGreaterThan(2);
    for (const header of headers) expect(header).not.toHaveProperty('cookie');
  });

  it('shows everybody the card alive, and lets nobody else be its host', async () => {
    const page = await on.windowOf('ben');
    const seen = page.locator('.zoom-card');
    await seen.getByRole('link', {name: 'Join'}).waitFor();
    expect(await seen.getByRole('button', {name: 'Start as host'}).count()).toBe(0);
    const number = on.sandbox.zoom.meetings.at(-1)?.number ?? 0;
    on.sandbox.zoom.startMeeting(number);
    await seen.getByText('Live').waitFor();
    on.sandbox.zoom.endMeeting(number);
    await seen.getByText(/lasted/i).waitFor();
    await keepScreenshot(page, 'service-web-app-ended');
  });
});
