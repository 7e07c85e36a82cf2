import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {keepScreenshot} from '../support/browser-window.js';
import {
  chooseEverything,
  collapseThreads,
  newestPrivate,
  pressAndWait,
  pressPrivate,
  privateMessages,
  startAnother,
  type,
} from '../support/chat-page.js';
import {endMeetings} from '../support/end-meetings.js';
import {seedCopy} from '../support/seed-copy.js';
import {openServiceInBrowser, type ServiceInBrowser} from '../support/service-in-browser.js';
import {isThorough} from '../support/thorough.js';
import {THREAD_MODES} from './thread-modes.js';

let on: ServiceInBrowser;
beforeAll(async () => {
  on = await openServiceInBrowser({hasWebApp: false});
}, 120_000);
afterEach(async () => {
  await on.tidyUp();
  await endMeetings(on.sandbox);
});
afterAll(() => on.close());

const open = async (person: string, collapses: boolean): Promise<Page> => {
  const page = await on.windowOf(person);
  await page.evaluate('window.open = () => null');
  await collapseThreads(page, collapses);
  return page;
};

describe.each(isThorough() ? THREAD_MODES : THREAD_MODES.slice(0, 1))(
  'beside Mattermost, with %s, a press shows where the presser looks',
  (mode, collapses) => {
    it('where the host link is: in a direct message, whose page leads to Zoom once', async () => {
      const ana = await open('ana', collapses);
      await type(ana, '/zoom start Pressed');
      await pressPrivate(ana, 'Start as host');
      await newestPrivate(ana).getByText('is in a direct message to you').waitFor();
      await keepScreenshot(ana, `service-press-${mode.replaceAll(' ', '-')}`);
      const {posts} = on.sandbox.mattermost.state;
      const told = [...posts.values()].findLast(({message}) => message.includes('/host?ticket='));
      const address = /\((http\S+)\)/.exec(told?.message ?? '')?.[1] ?? '';
      const page = await ana.context().newPage();
      await page.goto(address);
      await page.getByRole('heading', {name: 'Start “Pressed” as host'}).waitFor();
      await keepScreenshot(page, `host-page-${mode.replaceAll(' ', '-')}`);
      const number = on.sandbox.zoom.meetings.at(-1)?.number ?? 0;
      await Promise.all([
        page.waitForURL((url) => url.pathname === `/s/${number}` && url.searchParams.has('zak')),
        page.getByRole('button', {name: 'Start as host'}).click(),
      ]);
      await page.goto(address);
      await page.getByText('This link has already been used').waitFor();
      expect(await page.getByRole('button').count()).toBe(0);
      expect(JSON.stringify([...posts.values(), ...on.sandbox.mattermost.state.ephemeral])).not.toContain(
        'zak=',
      );
    });

    it('another meeting, and each choice of the settings', async () => {
      const [ana, ben] = [await open('ana', collapses), await open('ben', collapses)];
      await startAnother(ana, ben);
      await newestPrivate(ben).getByRole('button', {name: 'Start as host'}).waitFor();
      await chooseEverything(ana);
    });

    it('that a button is of somebody else', async () => {
      const [ana, ben] = [await open('ana', collapses), await open('ben', collapses)];
      await type(ben, '/zoom help');
      await newestPrivate(ben).getByText('Zoom for Mattermost').waitFor();
      await type(ana, '/zoom settings');
      await newestPrivate(ana).getByRole('button', {name: 'Use the Zoom app'}).waitFor();
      const message = `Copied with ${mode}`;
      seedCopy(on.sandbox.mattermost, message);
      const again = await open('ben', collapses);
      const copied = again.locator('article').filter({hasText: message});
      await copied.getByRole('button', {name: 'Use the Zoom app'}).click();
      await newestPrivate(again).getByText('This button is not yours').waitFor();
    });

    it('by direct message when Mattermost takes no more answers to the command', async () => {
      const ana = await open('ana', collapses);
      await type(ana, '/zoom settings');
      const told = () =>
        [...on.sandbox.mattermost.state.posts.values()].filter(({message}) =>
          message.includes('Your Zoom settings'),
        );
      const before = told().length;
      for (let press = 0; press < 5; press += 1) {
        const shown = await privateMessages(ana).count();
        await pressAndWait(ana, press % 2 === 0 ? 'Use the Zoom app' : 'Use the browser');
        await privateMessages(ana).nth(shown).waitFor();
      }
      expect(told().length).toBe(before);
      await pressAndWait(ana, 'Use the browser');
      expect(told().at(-1)?.message).toContain('Join links open in the browser.');
      expect(told().length).toBe(before + 1);
    });
  },
);
