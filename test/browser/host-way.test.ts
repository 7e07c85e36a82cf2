import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Locator, Page} from 'playwright-core';
import {keepScreenshot} from '../support/browser-window.js';
import {callButton, card, type} from '../support/chat-page.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';

let on: SandboxInBrowser;
beforeAll(async () => {
  on = await openSandboxInBrowser();
}, 60_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

const entry = (page: Page, name: RegExp): Locator =>
  page.getByLabel('Channels').getByRole('button', {name}).first();
/** The window goes behind another: what comes now is not seen. */
const leave = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('blur')));

async function startFromProfile(ana: Page): Promise<void> {
  const ben = await on.windowOf('ben');
  await type(ben, 'Can we talk?');
  const post = ana.locator('.post', {hasText: 'Can we talk?'}).last();
  await post.getByRole('button', {name: 'Ben Okafor', exact: true}).click();
  await ana.locator('.menu').getByRole('button', {name: 'Start Zoom meeting'}).click();
}

describe('the way of somebody who starts a meeting', () => {
  it('from a profile leads to the direct channel, which has no badge', async () => {
    const ana = await on.windowOf('ana');
    await startFromProfile(ana);
    const direct = entry(ana, /Ben Okafor/);
    await ana.locator('.side-item[aria-current=page]', {hasText: 'Ben Okafor'}).waitFor();
    await card(ana, 'Zoom meeting').last().waitFor();
    await ana.getByRole('button', {name: 'Start as host'}).first().waitFor();
    expect(await direct.getByRole('img', {name: 'unread'}).count()).toBe(0);
    await keepScreenshot(ana, 'direct-meeting');
  });

  it('in a direct channel leaves no badge, though the meeting took the window away; others have theirs', async () => {
    const ana = await on.windowOf('ana');
    await startFromProfile(ana);
    await ana.locator('.side-item[aria-current=page]', {hasText: 'Ben Okafor'}).waitFor();
    await card(ana, 'Zoom meeting').last().waitFor();
    await on.tidyUp();

    const again = await on.windowOf('ana');
    const ben = await on.windowOf('ben');
    await entry(again, /Ben Okafor/).click();
    const before = await again.getByRole('log').locator('.post').count();
    await leave(again);
    await callButton(again).click();
    await again.waitForFunction(
      (count) => document.querySelectorAll('[role=log] .post').length > count,
      before,
    );
    await entry(ben, /Ana Silva.*unread/).waitFor();
    await again.getByRole('img', {name: 'unread'}).first().waitFor({state: 'detached'});
    // What somebody else writes there is unread: the window is still behind another.
    await entry(ben, /Ana Silva/).click();
    await type(ben, 'Here I am');
    await entry(again, /Ben Okafor.*1 unread/).waitFor();
    await keepScreenshot(again, 'unread-of-others');
  });

  it('about a message leads from a notice to the card in its thread', async () => {
    const ada = await on.windowOf('ada');
    await type(ada, 'Who writes the changelog?');
    const post = ada.locator('.post', {hasText: 'the changelog?'}).first();
    await post.hover();
    await post.getByRole('button', {name: /^More about/}).click();
    await ada.getByRole('menuitem', {name: 'Start Zoom meeting about this'}).click();
    const notice = ada.locator('.zoom-notice');
    await notice.getByText('Your meeting’s card is in the thread of that message.').waitFor();
    const [box, below, newest] = await Promise.all([
      notice.boundingBox(),
      ada.getByLabel('Write to the channel').boundingBox(),
      ada.getByRole('log').locator('.post').last().boundingBox(),
    ]);
    await keepScreenshot(ada, 'out-of-sight');
    const bottom = (box?.y ?? 0) + (box?.height ?? 0);
    expect(bottom).toBeLessThan(below?.y ?? 0);
    expect(bottom).toBeLessThan(newest?.y ?? 0);
    await notice.getByRole('button', {name: 'Go to the card'}).click();
    await ada
      .getByRole('complementary', {name: 'Thread'})
      .getByRole('button', {name: 'Start as host'})
      .waitFor();
    expect(await notice.count()).toBe(0);
  });
});
