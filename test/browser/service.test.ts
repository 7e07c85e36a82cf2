import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import {keepScreenshot} from '../support/browser-window.js';
import {type} from '../support/chat-page.js';
import {openServiceInBrowser, type ServiceInBrowser} from '../support/service-in-browser.js';

let on: ServiceInBrowser;
beforeAll(async () => {
  on = await openServiceInBrowser({hasWebApp: false});
}, 60_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

describe('The service, as people see it in Mattermost', () => {
  it('has no buttons of a plugin, and its command is suggested with the words behind it', async () => {
    const page = await on.windowOf('ada');
    expect(await page.getByRole('button', {name: 'System Console'}).count()).toBe(0);
    expect(await page.locator('.app-bar button').count()).toBe(0);
    await page.getByRole('textbox', {name: 'Write to the channel'}).fill('/zo');
    await page
      .getByRole('option', {
        name: /start \[topic\].* \| live \| .* \| me \| settings \| pair CODE \| doctor \| api .* \| help/,
      })
      .waitFor();
  });

  it('starts a meeting, gives the host alone the link, and shows everybody when it ends', async () => {
    const [ana, ben] = [await on.windowOf('ana'), await on.windowOf('ben')];
    const [popup] = await Promise.all([
      ana.context().waitForEvent('page'),
      type(ana, '/zoom start Weekly planning'),
    ]);
    await popup.close();
    await ben.getByText('Ana Silva opened “Weekly planning”').waitFor();
    expect(await ben.getByRole('button', {name: 'Start as host'}).count()).toBe(0);
    await ana.getByRole('button', {name: 'Start as host'}).click();
    await ana.getByText('is in a direct message to you').waitFor();
    await keepScreenshot(ana, 'service-started');
    const number = on.sandbox.zoom.meetings.at(-1)?.number ?? 0;
    on.sandbox.zoom.startMeeting(number);
    on.sandbox.zoom.endMeeting(number);
    await ben.getByText('The Zoom meeting “Weekly planning” that Ana Silva started has ended').waitFor();
    await keepScreenshot(ben, 'service-ended');
  });
});
