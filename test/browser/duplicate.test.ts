import {describe, expect, it} from '@jest/globals';
import {screenshot, violations} from './look.js';
import {LOOK_THEMES} from './looks.js';
import type {OpenedPage, OpenOptions} from './open-test-page.js';
import {EXISTING} from './sample-answers.js';
import {JOIN_URL} from './sample-scene.js';
import {announced, MEETINGS, STARTED, startButton, starts} from './starts.js';
import {withBrowser} from './with-browser.js';

const openPage = withBrowser({leadsAway: true});
const open = (options: OpenOptions = {}): Promise<OpenedPage> =>
  openPage({replies: {[MEETINGS]: () => STARTED}, ...options});
const FORCED = `${MEETINGS}?force=true`;
const EXISTS = {status: 409, body: {code: 'meeting_exists', message: 'There is one.', meeting: EXISTING}};

describe('A meeting in the way', () => {
  const replies = {[MEETINGS]: () => EXISTS, [FORCED]: () => STARTED};

  it.each(LOOK_THEMES)('is asked about in a dialog without a fault for axe, %s', async (theme) => {
    const {page, context} = await open({replies, theme});
    await startButton(page).click();
    await page.getByText('Ana opened “Weekly planning” here 4 minutes ago.').waitFor();
    await screenshot(page, `choice-${theme}`);
    expect(await violations(page)).toEqual([]);
    expect(context.pages()).toHaveLength(1);
  });

  it('keeps the focus in the dialog', async () => {
    const {page} = await open({replies});
    await startButton(page).focus();
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.getByRole('dialog').waitFor();
    const round = [];
    for (let step = 0; step < 4; step += 1) {
      round.push(await focused());
      await page.keyboard.press('Tab');
    }
    expect(round).toEqual(['Join it', 'Start another', 'Cancel', 'Join it']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Cancel');
  });

  it.each([18, 19] as const)(
    'closes with Escape, although the page prevents it, and gives the focus back; React %i',
    async (react) => {
      const {page} = await open({replies, react});
      await startButton(page).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({state: 'detached'});
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Zoom meeting');
      expect(await page.evaluate(() => window.testPage.escapes)).toBe(0);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => window.testPage.escapes)).toBe(1);
    },
  );

  it.each([18, 19] as const)(
    'closes with a click beside it, not in it nor across its edge, and gives the focus back; React %i',
    async (react) => {
      const {page} = await open({replies, react});
      await startButton(page).click();
      const dialog = page.getByRole('dialog');
      const box = await dialog.boundingBox();
      const [left, top] = [box?.x ?? 0, box?.y ?? 0];
      const drag = async (from: number, to: number): Promise<void> => {
        await page.mouse.move(left + from, top + 20);
        await page.mouse.down();
        await page.mouse.move(left + to, top + 20, {steps: 3});
        await page.mouse.up();
      };
      // Its padding is its own; so is what is marked by dragging out of it.
      for (const [from, to] of [
        [5, 5],
        [60, -60],
        [-60, 60],
      ] as const) {
        await drag(from, to);
        expect(await dialog.count()).toBe(1);
      }
      await drag(-60, -60);
      await dialog.waitFor({state: 'detached'});
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Zoom meeting');
    },
  );

  it('is joined in one tab', async () => {
    const now = await open({replies});
    await startButton(now.page).click();
    const [tab] = await Promise.all([
      now.context.waitForEvent('page', (page) => page.url() !== 'about:blank'),
      now.page.getByRole('link', {name: 'Join it'}).click(),
    ]);
    await tab.waitForURL(JOIN_URL);
    expect(now.context.pages()).toHaveLength(2);
    expect(await now.page.getByRole('dialog').count()).toBe(0);
  });

  it('does not keep anybody from another one', async () => {
    const now = await open({replies});
    await startButton(now.page).click();
    await now.page.getByRole('button', {name: 'Start another'}).click();
    await announced(now.page, 'Meeting started');
    expect(starts(now).map(({call}) => call)).toEqual([MEETINGS, FORCED]);
    expect(now.context.pages()).toHaveLength(2);
  });

  it.each([
    ['https://meet.example.org/abc', 'Join it at meet.example.org'],
    ['javascript:alert(1)', undefined],
    ['http://meet.example.org/abc', undefined],
    ['https://zoom.us@evil.example/j/1', undefined],
  ])('of another service at %s is offered as %s', async (url, link) => {
    const meeting = {...EXISTING, provider: 'Jitsi', meeting_url: url};
    const body = {code: 'meeting_exists', message: 'There is one.', meeting};
    const {page} = await open({replies: {[MEETINGS]: () => ({status: 409, body})}});
    await startButton(page).click();
    await page.getByText('with Jitsi').waitFor();
    const links = page.getByRole('dialog').getByRole('link');
    expect(await links.allTextContents()).toEqual(link === undefined ? [] : [link]);
  });
});
