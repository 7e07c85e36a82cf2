import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {keepScreenshot} from '../support/browser-window.js';
import {type ActionContext, signContext} from '../../server/inbound/actions/signed-context.js';
import {deriveKey} from '../../server/lib/derive-key.js';
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
import {seedCopy} from '../support/seed-copy.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';
import {isThorough} from '../support/thorough.js';
import {THREAD_MODES} from './thread-modes.js';

let on: SandboxInBrowser;
beforeAll(async () => {
  on = await openSandboxInBrowser();
}, 120_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

/** A client that does not draw our cards keeps every button in the private message. */
const MOBILE = 'Mattermost Mobile/2.30.0+600 (ios; 18.1; iPhone 15)';

const open = async (person: 'ana' | 'ben', collapses: boolean): Promise<Page> => {
  const page = await on.windowOf(person, {userAgent: MOBILE, blocksPopups: true});
  await collapseThreads(page, collapses);
  return page;
};

describe.each(isThorough() ? THREAD_MODES : THREAD_MODES.slice(0, 1))(
  'with %s, a press shows where the presser looks',
  (mode, collapses) => {
    it('the host link, in place of the message and under the name of the bot', async () => {
      const ana = await open('ana', collapses);
      await type(ana, '/zoom start Pressed');
      await pressAndWait(ana, 'Start as host');
      await newestPrivate(ana).locator('a[href*="zak="]').filter({hasText: 'Open Zoom'}).waitFor();
      expect(await newestPrivate(ana).getByText('zoom', {exact: true}).count()).toBe(1);
      expect(await privateMessages(ana).count()).toBe(1);
      await keepScreenshot(ana, `host-link-${mode.replaceAll(' ', '-')}`);
      await pressAndWait(ana, 'Start as host');
      await newestPrivate(ana).locator('a[href*="zak="]').filter({hasText: 'Open Zoom'}).waitFor();
      const number = on.sandbox.zoom.meetings.at(-1)?.number ?? 0;
      on.sandbox.zoom.startMeeting(number);
      on.sandbox.zoom.endMeeting(number);
      await on.sandbox.zoom.webhooksSettled();
      await pressPrivate(ana, 'Start as host');
      await newestPrivate(ana).getByText('This meeting has ended').waitFor();
      expect(await newestPrivate(ana).getByRole('button', {name: 'Start as host'}).count()).toBe(0);
    });

    it('another meeting, with its button for the host', async () => {
      const [ana, ben] = [await open('ana', collapses), await open('ben', collapses)];
      await startAnother(ana, ben);
      await pressPrivate(ben, 'Start as host');
      await newestPrivate(ben).locator('a[href*="zak="]').filter({hasText: 'Open Zoom'}).waitFor();
    });

    it('each choice of the settings, and the next choice below it', async () => {
      const ana = await open('ana', collapses);
      await chooseEverything(ana);
      expect(await privateMessages(ana).count()).toBe(1);
    });

    it('that a button is too old', async () => {
      const [ana, ben] = [await open('ana', collapses), await open('ben', collapses)];
      for (const [page, line, name, sentence] of [
        [ana, '/zoom settings', 'Use the Zoom app', 'older than an hour'],
        [ana, '/zoom start Aged', 'Start as host', 'older than two hours'],
        [ben, '/zoom start Aged too', 'Start another', 'older than ten minutes'],
      ] as const) {
        await type(page, line);
        await newestPrivate(page).getByRole('button', {name}).waitFor();
        ageButtons(on.sandbox);
        await pressPrivate(page, name);
        await newestPrivate(page).getByText(sentence).waitFor();
        expect(await newestPrivate(page).getByRole('button', {name}).count()).toBe(0);
      }
    });

    it('that a button is of somebody else, or of another key', async () => {
      const ana = await open('ana', collapses);
      await type(ana, '/zoom settings');
      await newestPrivate(ana).getByRole('button', {name: 'Use the Zoom app'}).waitFor();
      const {mattermost} = on.sandbox;
      const message = `Copied with ${mode}`;
      seedCopy(mattermost, message);
      const ben = await open('ben', collapses);
      const copied = ben.locator('article').filter({hasText: message});
      await copied.getByRole('button', {name: 'Use the Zoom app'}).click();
      await newestPrivate(ben).getByText('This button is not yours').waitFor();
      await mattermost.setPluginConfig({
        ...mattermost.state.settings,
        encryptionkey: `another-key-for-${mode}`,
      });
      await pressPrivate(ana, 'Use the Zoom app');
      await newestPrivate(ana).getByText('the encryption key was changed').waitFor();
    });
  },
);

/** Signs the buttons of the newest private message anew, as if they had been drawn long ago. */
function ageButtons({mattermost: {state}}: SandboxInBrowser['sandbox']): void {
  const key = deriveKey(String(state.settings['encryptionkey']), 'action-hmac/v1');
  const attachments = (state.ephemeral.at(-1)?.post.props['attachments'] ?? []) as {
    actions: {integration: {context: ActionContext}}[];
  }[];
  for (const {integration} of attachments.flatMap(({actions}) => actions)) {
    const {action, userId, values, place} = integration.context;
    integration.context = signContext(key, {action, userId, values, place, expiresAt: 1});
  }
}
