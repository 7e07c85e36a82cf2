import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import {keepScreenshot} from '../support/browser-window.js';
import {callButton, card, tabsOf, type} from '../support/chat-page.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';
import {isThorough} from '../support/thorough.js';

let on: SandboxInBrowser;
beforeAll(async () => {
  on = await openSandboxInBrowser();
}, 60_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

const newest = () => on.sandbox.zoom.meetings.at(-1)?.number ?? 0;

const NEWEST = ['React 19', '?react=19'] as const;
/** All other suites see the chat page on React 18. */
const REACTS = isThorough() ? [['React 18', ''] as const, NEWEST] : [NEWEST];

describe.each(REACTS)('a meeting on the page, on %s', (react, query) => {
  it('starts by command, is seen by others at once, goes live and ends, without a reload', async () => {
    const [ana, ben] = [await on.windowOf('ana', {query}), await on.windowOf('ben', {query})];
    const topic = `Weekly planning ${react}`;
    await type(ana, `/zoom start ${topic}`);
    for (const page of [ana, ben])
      await card(page, topic).getByText('Ana Silva opened this meeting').waitFor();
    expect(await card(ana, topic).getByRole('button', {name: 'Start as host'}).count()).toBe(1);
    expect(await card(ben, topic).getByRole('button', {name: 'Start as host'}).count()).toBe(0);
    expect(await card(ben, topic).getByRole('link', {name: 'Join'}).getAttribute('href')).toContain(
      `/j/${newest()}`,
    );
    await keepScreenshot(ana, `host-waiting-${react.replace(' ', '-')}`);
    on.sandbox.zoom.startMeeting(newest());
    for (const page of [ana, ben]) await card(page, topic).getByText('Started').waitFor();
    await keepScreenshot(ben, `live-${react.replace(' ', '-')}`);
    on.sandbox.zoom.endMeeting(newest());
    for (const page of [ana, ben]) await card(page, topic).getByText('Ended at').waitFor();
    expect(await card(ben, topic).getByRole('link', {name: 'Join'}).count()).toBe(0);
    await keepScreenshot(ben, `ended-${react.replace(' ', '-')}`);
  });

  it('starts by the button in the header, in exactly one tab', async () => {
    const ana = await on.windowOf('ana', {query});
    const opened = ana.context().waitForEvent('page');
    await callButton(ana).click();
    const tab = await opened;
    await tab.waitForURL(/\/j\/\d+/);
    await card(ana, 'Zoom meeting').last().waitFor();
    expect([tabsOf(ana), await tab.evaluate('window.opener')]).toEqual([1, null]);
  });

  it('asks before a second one: join it, or start another', async () => {
    const [ana, ben] = [await on.windowOf('ana', {query}), await on.windowOf('ben', {query})];
    const topic = `First on ${react}`;
    await type(ana, `/zoom start ${topic}`);
    await card(ben, topic).waitFor();
    const [blank] = await Promise.all([ben.context().waitForEvent('page'), callButton(ben).click()]);
    const question = ben.getByRole('dialog');
    await question.getByText(`Ana Silva opened “${topic}” here`).waitFor();
    expect(await question.getByRole('link', {name: 'Join it'}).getAttribute('href')).toContain(
      `/j/${newest()}`,
    );
    await keepScreenshot(ben, `question-${react.replace(' ', '-')}`);
    await ben.keyboard.press('Escape');
    await question.waitFor({state: 'hidden'});
    // The page has closed it; a busy browser may take a while.
    if (!blank.isClosed()) await blank.waitForEvent('close');
    expect([tabsOf(ben), on.sandbox.zoom.meetings.filter(({exists}) => exists).length]).toEqual([0, 1]);
    await callButton(ben).click();
    await ben.getByRole('button', {name: 'Start another'}).click();
    await ben.getByText('Ben Okafor opened this meeting').last().waitFor();
    expect(tabsOf(ben)).toBe(1);
  });
});
