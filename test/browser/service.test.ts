import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Browser, Page} from 'playwright-core';
import {buildPage} from '../../sandbox/browser/build-page.js';
import {createServiceSandbox, type ServiceSandbox} from '../../sandbox/service/service-sandbox.js';
import {buildService} from '../../scripts/build-service.js';
import {projectRoot} from '../../scripts/project-root.js';
import {launchBrowser} from '../support/browser.js';
import {keepScreenshot, openWindow} from '../support/browser-window.js';

const folder = join(projectRoot, `build/browser-service-${process.pid}`);
let sandbox: ServiceSandbox;
let browser: Browser;
let windows: Awaited<ReturnType<typeof openWindow>>[] = [];
beforeAll(async () => {
  const script = await buildService(join(folder, 'zoom-mattermost.mjs'));
  [sandbox, browser] = await Promise.all([
    createServiceSandbox({script, buildPage: ({zoomUrl}) => buildPage({zoomUrl, carrier: 'service'})}),
    launchBrowser(),
  ]);
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

const windowOf = async (person: string): Promise<Page> => {
  const opened = await openWindow(browser, {});
  windows.push(opened);
  await opened.page.goto(`${sandbox.mattermost.siteUrl}/as/${person}/`);
  await opened.page.getByText('Welcome.').waitFor();
  return opened.page;
};
const type = async (page: Page, line: string): Promise<void> => {
  const box = page.getByRole('textbox', {name: 'Write to the channel'});
  await box.fill(line);
  await box.press('Enter');
};

describe('The service, as people see it in Mattermost', () => {
  it('has no buttons of a plugin, and its command is suggested with the words behind it', async () => {
    const page = await windowOf('ada');
    expect(await page.getByRole('button', {name: 'System Console'}).count()).toBe(0);
    expect(await page.locator('.app-bar button').count()).toBe(0);
    await page.getByRole('textbox', {name: 'Write to the channel'}).fill('/zo');
    await page
      .getByRole('option', {name: /start \[topic\] \| settings \| pair CODE \| doctor \| help/})
      .waitFor();
  });

  it('starts a meeting, gives the host alone the link, and shows everybody when it ends', async () => {
    const [ana, ben] = [await windowOf('ana'), await windowOf('ben')];
    const [popup] = await Promise.all([
      ana.context().waitForEvent('page'),
      type(ana, '/zoom start Weekly planning'),
    ]);
    await popup.close();
    await ben.getByText('Ana Silva started a Zoom meeting').waitFor();
    expect(await ben.getByRole('button', {name: 'Start as host'}).count()).toBe(0);
    await ana.getByRole('button', {name: 'Start as host'}).click();
    await ana
      .getByText('zak=')
      .or(ana.getByRole('link', {name: /as host/i}))
      .first()
      .waitFor();
    await keepScreenshot(ana, 'service-started');
    const number = sandbox.zoom.meetings.at(-1)?.number ?? 0;
    sandbox.zoom.startMeeting(number);
    sandbox.zoom.endMeeting(number);
    await ben.getByText('The Zoom meeting that Ana Silva started has ended').waitFor();
    await keepScreenshot(ben, 'service-ended');
  });
});
