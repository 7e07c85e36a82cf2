import {describe, expect, it} from '@jest/globals';
import {screenshot, violations} from './look.js';
import {LOOK_THEMES} from './looks.js';
import type {OpenedPage} from './open-test-page.js';
import {EXISTING} from './sample-answers.js';
import {CHANNEL, CLIENT, JOIN_URL, sampleScene} from './sample-scene.js';
import type {Reply} from './serve-test-page.js';
import {announced, MEETINGS, STARTED, startButton, starts} from './starts.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser({leadsAway: true});
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

describe('A notice that somebody is not in Zoom offers to try again', () => {
  const EXISTS = {status: 409, body: {code: 'meeting_exists', message: 'There is one.', meeting: EXISTING}};
  const STILL_NOT = {status: 422, body: {code: 'not_in_zoom', message: 'Still not.'}};
  const tryAgain = (now: OpenedPage) => notice(now).getByRole('button', {name: 'Try again'});

  it.each([18, 19] as const)('with the keyboard, as often as it takes, on React %i', async (react) => {
    const answers: Reply[] = [refused('not_in_zoom'), STILL_NOT, STARTED];
    const now = await open({react, replies: {[MEETINGS]: () => answers.shift() ?? 'nothing'}});
    await press(now);
    await tryAgain(now).press('Enter');
    await notice(now).getByText('Still not.').waitFor();
    await tryAgain(now).press('Space');
    await announced(now.page, 'Meeting started');
    expect(await notice(now).count()).toBe(0);
    const [first, ...others] = starts(now).map(({call, body}) => ({call, body}));
    expect(others).toEqual([first, first]);
    expect(now.visited).toEqual([JOIN_URL]);
  });

  it('exactly as before: who wanted another meeting is not asked again', async () => {
    const answers: Reply[] = [refused('not_in_zoom'), STARTED];
    const now = await open({
      replies: {[MEETINGS]: () => EXISTS, [`${MEETINGS}?force=true`]: () => answers.shift() ?? 'nothing'},
    });
    await press(now);
    await now.page.getByRole('button', {name: 'Start another'}).click();
    await tryAgain(now).click();
    await announced(now.page, 'Meeting started');
    expect(starts(now)).toHaveLength(3);
  });

  it.each(LOOK_THEMES)('by a button without a fault for axe, %s', async (theme) => {
    const now = await open({theme, replies: {[MEETINGS]: () => refused('not_in_zoom')}});
    await press(now);
    await tryAgain(now).waitFor();
    await screenshot(now.page, `try-again-${theme}`);
    expect(await violations(now.page)).toEqual([]);
  });

  it('and after no other refusal', async () => {
    const now = await open({replies: {[MEETINGS]: () => refused('email_unconfirmed')}});
    await press(now);
    await notice(now).waitFor();
    expect(await tryAgain(now).count()).toBe(0);
  });
});

describe('A notice that somebody has to connect to Zoom first', () => {
  const CONNECT = 'https://chat.example.org/plugins/zoom/oauth2/connect';
  const message = `To start meetings, connect your Zoom account once. [Connect your Zoom account](${CONNECT})`;
  const answers: Reply[] = [];
  const pressed = async (): Promise<OpenedPage> => {
    answers.splice(0, 2, {status: 403, body: {code: 'not_connected', message}}, STARTED);
    const now = await open({replies: {[MEETINGS]: () => answers.shift() ?? 'nothing'}});
    await press(now);
    return now;
  };

  it('leads there with one press, in a tab that no browser blocks, and goes', async () => {
    const now = await pressed();
    await now.page.evaluate(() => {
      window.open = () => null;
    });
    const tab = now.context.waitForEvent('page');
    await notice(now).getByRole('link', {name: 'Connect your Zoom account'}).click();
    await (await tab).waitForURL(CONNECT);
    expect(now.visited).toEqual([CONNECT]);
    await notice(now).waitFor({state: 'detached'});
  });

  it('offers the same start once more, for those whom somebody else has connected', async () => {
    const now = await pressed();
    await notice(now).getByRole('button', {name: 'Try again'}).click();
    await announced(now.page, 'Meeting started');
  });
});

describe('A notice of what is done', () => {
  const openTwice = async (): Promise<OpenedPage> => {
    const now = await open({replies: {[MEETINGS]: () => STARTED}});
    await press(now);
    await announced(now.page, 'Meeting started');
    await now.page.locator('[data-place=channel-menu] >> nth=0').click();
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
