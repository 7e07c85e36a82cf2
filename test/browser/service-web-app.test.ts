import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Browser, Page, Request} from 'playwright-core';
import {buildPage} from '../../sandbox/browser/build-page.js';
import {createServiceSandbox, type ServiceSandbox} from '../../sandbox/service/service-sandbox.js';
import {buildService} from '../../scripts/build-service.js';
import {buildWebapp} from '../../scripts/build-webapp.js';
import {projectRoot} from '../../scripts/project-root.js';
import {launchBrowser} from '../support/browser.js';
import {keepScreenshot, openWindow} from '../support/browser-window.js';
import {callButton, type} from '../support/chat-page.js';

const folder = join(projectRoot, `build/browser-service-web-app-${process.pid}`);
let sandbox: ServiceSandbox;
let service: string;
let browser: Browser;
let windows: Awaited<ReturnType<typeof openWindow>>[] = [];
beforeAll(async () => {
  const script = await buildService(join(folder, 'zoom-mattermost.mjs'));
  const page = async ({zoomUrl, serviceUrl}: {zoomUrl: string; serviceUrl: string}) => {
    service = serviceUrl;
    const file = join(folder, 'main.js');
    await buildWebapp(file, serviceUrl);
    return buildPage({zoomUrl, carrier: 'service', webApp: await readFile(file, 'utf8')});
  };
  [sandbox, browser] = await Promise.all([createServiceSandbox({script, buildPage: page}), launchBrowser()]);
}, 60_000);
afterEach(async () => {
  const troubles = windows.flatMap((one) => one.troubles);
  await Promise.all(windows.map(({page}) => page.context().close()));
  windows = [];
  expect(troubles).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
  await rm(folder, {recursive: true});
});

const windowOf = async (person: string): Promise<{page: Page; asked: Request[]}> => {
  const opened = await openWindow(browser, {});
  windows.push(opened);
  const {page} = opened;
  const asked: Request[] = [];
  page.on('request', (request) => request.url().startsWith(service) && asked.push(request));
  await page.goto(`${sandbox.mattermost.siteUrl}/as/${person}/`);
  await page.getByText('Welcome.').waitFor();
  return {page, asked};
};

describe('The web app alone, beside a service', () => {
  it('is paired once by a code that its person types, and starts meetings from then on', async () => {
    const {page, asked} = await windowOf('ana');
    await callButton(page).click();
    const notice = page.getByText(/\/zoom pair [A-Z0-9]{4}-[A-Z0-9]{4}/);
    await notice.waitFor();
    await keepScreenshot(page, 'service-not-paired');
    expect(sandbox.zoom.meetings).toEqual([]);
    const [code = ''] = /\/zoom pair [A-Z0-9]{4}-[A-Z0-9]{4}/.exec((await notice.textContent()) ?? '') ?? [];
    await type(page, code);
    await page.getByText(/A browser is connected with you/).waitFor();
    const opened = page.context().waitForEvent('page');
    await callButton(page).click();
    await (await opened).waitForURL(/\/j\/\d+/);
    await page.locator('.zoom-card').getByRole('button', {name: 'Start as host'}).waitFor();
    await keepScreenshot(page, 'service-paired');
    const headers = await Promise.all(asked.map((request) => request.allHeaders()));
    expect(headers.length).toBeGreaterThan(2);
    for (const header of headers) expect(header).not.toHaveProperty('cookie');
  });

  it('shows everybody the card alive, and lets nobody else be its host', async () => {
    const {page} = await windowOf('ben');
    const seen = page.locator('.zoom-card');
    await seen.getByRole('link', {name: 'Join'}).waitFor();
    expect(await seen.getByRole('button', {name: 'Start as host'}).count()).toBe(0);
    const number = sandbox.zoom.meetings.at(-1)?.number ?? 0;
    sandbox.zoom.startMeeting(number);
    await seen.getByText('Live').waitFor();
    sandbox.zoom.endMeeting(number);
    await seen.getByText(/lasted/i).waitFor();
    await keepScreenshot(page, 'service-web-app-ended');
  });
});
