import {describe, expect, it} from '@jest/globals';
import type {OpenedPage, Reply} from './open-test-page.js';
import {CHANNEL, CLIENT, JOIN_URL, sampleScene} from './sample-scene.js';
import {announced, MEETINGS, STARTED, startButton} from './starts.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();
const ELSEWHERE = 'e'.repeat(26);
const CLIENT_CALL = 'GET /plugins/zoom/api/v1/client';
const refused = (code: string, status = 422): Reply => ({
  status,
  body: {code, message: 'It cannot be done.'},
});

const notice = ({page}: OpenedPage) => page.locator('.zoom-notice');
/** As somebody hears it who goes through the page's regions. */
const heard = ({page}: OpenedPage) => page.getByRole('region', {name: 'Zoom'}).textContent();

/** Presses, and takes the pointer out of the way: what is under it stays. */
async function press(now: OpenedPage): Promise<void> {
  await startButton(now.page).click();
  await now.page.mouse.move(890, 690);
}

const openChannel = ({page}: OpenedPage, currentChannelId: string) => {
  const {state} = sampleScene();
  const next = {...state, entities: {...state.entities, channels: {currentChannelId}}};
  return page.evaluate((given) => window.testPage.change({state: given}), next);
};

/** An event of the server's; within seconds each client has asked what it means for it. */
async function fire({page}: OpenedPage, event: string): Promise<void> {
  await page.evaluate((name) => window.testPage.fire(name), event);
  await page.clock.fastForward(6_000);
}

describe('A notice of trouble goes by itself, and stays for those who hear the page,', () => {
  const isGone = async (now: OpenedPage, words: string): Promise<void> => {
    await notice(now).waitFor({state: 'detached'});
    expect(await heard(now)).toContain(words);
    expect(await now.page.getByRole('region', {name: 'Zoom'}).getByRole('button').count()).toBe(0);
  };

  it('once the page is connected again, after no answer', async () => {
    const now = await open({replies: {[MEETINGS]: () => 'nothing'}});
    await press(now);
    await notice(now).getByText('The server did not answer').waitFor();
    await openChannel(now, ELSEWHERE);
    expect(await notice(now).count()).toBe(1);
    await fire(now, 'reconnect');
    await isGone(now, 'The server did not answer');
  });

  it.each(['no_access', 'restricted', 'archived', 'post_archived', 'post_forbidden', 'post_refused'])(
    'once another channel is open, after %s',
    async (code) => {
      const now = await open({replies: {[MEETINGS]: () => refused(code)}});
      await press(now);
      await notice(now).waitFor();
      await openChannel(now, CHANNEL);
      expect(await notice(now).count()).toBe(1);
      await openChannel(now, ELSEWHERE);
      await isGone(now, 'It cannot be done.');
    },
  );

  it('once Zoom is set up, after nothing was', async () => {
    let configured = true;
    const now = await open({
      replies: {
        [MEETINGS]: () => refused('not_configured'),
        [CLIENT_CALL]: () => ({body: {...CLIENT, configured}}),
      },
    });
    await press(now);
    await notice(now).waitFor();
    configured = false;
    await fire(now, 'custom_zoom_client_changed');
    await startButton(now.page).waitFor({state: 'detached'});
    expect(await notice(now).count()).toBe(1);
    configured = true;
    await fire(now, 'custom_zoom_client_changed');
    await isGone(now, 'It cannot be done.');
  });

  it('once the next start succeeds, whatever it was', async () => {
    const answers: Reply[] = [refused('not_in_zoom'), STARTED];
    const now = await open({replies: {[MEETINGS]: () => answers.shift() ?? 'nothing'}});
    await press(now);
    await notice(now).waitFor();
    await press(now);
    await announced(now.page, 'Meeting started');
    expect(await notice(now).count()).toBe(0);
  });

  it('and not while somebody has it under their pointer or their focus', async () => {
    const now = await open({replies: {[MEETINGS]: () => refused('archived')}});
    await press(now);
    await now.page.getByRole('button', {name: 'Close'}).focus();
    await openChannel(now, ELSEWHERE);
    expect(await notice(now).count()).toBe(1);
    await startButton(now.page).focus();
    await isGone(now, 'It cannot be done.');
  });
});

describe('A notice of what is done', () => {
  const openTwice = async (): Promise<OpenedPage> => {
    const now = await open({replies: {[MEETINGS]: () => STARTED}});
    await press(now);
    await announced(now.page, 'Meeting started');
    await now.page.locator('[data-place=channel-menu]').click();
    await now.page.mouse.move(890, 690);
    await notice(now).getByText('Your meeting is already open in another tab.').waitFor();
    return now;
  };

  it('goes after a while', async () => {
    const now = await openTwice();
    await now.page.clock.fastForward(19_000);
    expect(await notice(now).count()).toBe(1);
    await now.page.clock.fastForward(2_000);
    await notice(now).waitFor({state: 'detached'});
  });

  it('does not while somebody is at its link', async () => {
    const now = await openTwice();
    await notice(now).getByRole('link', {name: 'Open the meeting'}).focus();
    await now.page.clock.fastForward(60_000);
    expect(await notice(now).getByRole('link').getAttribute('href')).toBe(JOIN_URL);
  });
});

describe('A notice of trouble that nobody mended', () => {
  it('stays, however long it takes to read it', async () => {
    const now = await open({replies: {[MEETINGS]: () => refused('not_in_zoom')}});
    await press(now);
    await notice(now).waitFor();
    await now.page.clock.fastForward(600_000);
    await openChannel(now, ELSEWHERE);
    await fire(now, 'reconnect');
    expect(await notice(now).count()).toBe(1);
  });
});
