import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {keepScreenshot} from '../support/browser-window.js';
import {callButton, card, tabsOf, type} from '../support/chat-page.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';

let on: SandboxInBrowser;
beforeAll(async () => {
  on = await openSandboxInBrowser();
}, 60_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

const newest = () => on.sandbox.zoom.meetings.at(-1)?.number ?? 0;

describe('the other ways to start', () => {
  const started = async (page: Page, press: () => Promise<void>): Promise<void> => {
    const before = on.sandbox.zoom.meetings.length;
    const opened = page.context().waitForEvent('page');
    await press();
    await (await opened).waitForURL(/\/j\/\d+/);
    expect([on.sandbox.zoom.meetings.length, tabsOf(page)]).toEqual([before + 1, 1]);
  };

  it('are the App Bar, the menu of the channel and that of a post, which replies in its thread', async () => {
    const ana = await on.windowOf('ana');
    await started(ana, () =>
      ana.getByLabel('Apps').getByRole('button', {name: 'Start Zoom meeting'}).click(),
    );
    await on.tidyUp();
    const ben = await on.windowOf('ben');
    await started(ben, async () => {
      await ben
        .getByRole('button', {name: /^Town Square/})
        .nth(1)
        .click();
      await ben.getByRole('menuitem', {name: 'Start Zoom meeting'}).click();
    });
    await on.tidyUp();
    const ada = await on.windowOf('ada');
    await type(ada, 'Who reviews the **release notes**?');
    const post = ada.locator('.post', {hasText: 'release notes'});
    await started(ada, async () => {
      await post.hover();
      await post.getByRole('button', {name: /^More about/}).click();
      await ada.getByRole('menuitem', {name: 'Start Zoom meeting about this'}).click();
    });
    await post.getByRole('button', {name: '1 reply'}).click();
    await card(ada, 'Who reviews the release notes?').waitFor();
  });

  it('include a person’s profile, for a direct meeting', async () => {
    const ana = await on.windowOf('ana');
    await type(await on.windowOf('ben'), 'Can we talk?');
    const post = ana.locator('.post', {hasText: 'Can we talk?'});
    await started(ana, async () => {
      await post.getByRole('button', {name: 'Ben Okafor', exact: true}).click();
      await ana.locator('.menu').getByRole('button', {name: 'Start Zoom meeting'}).click();
    });
    await ana
      .getByRole('button', {name: /Ben Okafor$/})
      .first()
      .click();
    await ana
      .getByRole('group', {name: /^Zoom meeting/})
      .last()
      .waitFor();
  });

  it('leave a link where the browser blocks the tab', async () => {
    const ana = await on.windowOf('ana', {blocksPopups: true});
    await callButton(ana).click();
    const notice = ana.getByText('your browser did not let it open').locator('..');
    await notice.waitFor();
    expect(await ana.getByRole('link', {name: 'Open the meeting'}).getAttribute('href')).toContain(
      `/j/${newest()}`,
    );
    await keepScreenshot(ana, 'popup-blocked');
  });

  it('say why when Zoom does not know the person, and leave no tab', async () => {
    const zoe = await on.windowOf('zoe');
    await callButton(zoe).click();
    await zoe.getByText('We could not verify your Mattermost account in Zoom.').waitFor();
    expect(tabsOf(zoe)).toBe(0);
  });

  it('work by the keyboard alone', async () => {
    const ana = await on.windowOf('ana');
    await callButton(ana).focus();
    await ana.keyboard.press('Enter');
    await card(ana, 'Zoom meeting').last().waitFor();
  });
});
