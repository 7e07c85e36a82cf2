import {describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {screenshot, violations} from './look.js';
import {LOOK_THEMES} from './looks.js';
import type {OpenedPage, OpenOptions} from './open-test-page.js';
import {ANA, BEN, cardPost, PEOPLE, sampleScene} from './sample-scene.js';
import type {Reply} from './serve-test-page.js';
import {announced} from './starts.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();
const END = 'POST /plugins/zoom/api/v1/meetings/end';
const CANCEL = 'POST /plugins/zoom/api/v1/meetings/cancel';
const IDS = {card_id: 'card1', meeting_id: '85512345678'};

interface Shown extends Omit<OpenOptions, 'scene'> {
  reader?: string;
  isChannelAdmin?: boolean;
}
const show = (
  ours: Record<string, unknown>,
  {reader = ANA, isChannelAdmin = false, ...more}: Shown = {},
): Promise<OpenedPage> =>
  open({...more, scene: sampleScene({posts: [cardPost(ours)], reader, isChannelAdmin})});
const end = (page: Page) => page.getByRole('button', {name: 'End meeting'});
const cancel = (page: Page) => page.getByRole('button', {name: 'Cancel meeting'});
const closed = ({asked}: OpenedPage) => asked.filter(({call}) => [END, CANCEL].includes(call));
const refusal = (status: number, code: string, message: string) => (): Reply => ({
  status,
  body: {code, message},
});

describe('End meeting', () => {
  it.each([
    ['the host', ANA, false, 1],
    ['an admin of the channel', BEN, true, 1],
    ['anybody else', BEN, false, 0],
  ])('is for %s: %#', async (_who, reader, isChannelAdmin, count) => {
    const {page} = await show({}, {reader, isChannelAdmin});
    await page.getByText('Started 12 minutes ago').waitFor();
    expect(await end(page).count()).toBe(count);
  });

  it('knows an admin by the scheme of the channel, too', async () => {
    const scene = sampleScene({posts: [cardPost()]});
    const {channels} = scene.state.entities;
    const myMembers = {[channels.currentChannelId]: {roles: 'channel_user', scheme_admin: true}};
    const entities = {...scene.state.entities, channels: {...channels, myMembers}};
    const {page} = await open({scene: {...scene, state: {...scene.state, entities}}});
    await end(page).waitFor();
  });

  it.each(LOOK_THEMES)('asks first, in a dialog without a fault for axe, %s', async (theme) => {
    const now = await show({}, {theme});
    await end(now.page).click();
    await now.page.getByText('“Weekly planning” ends in Zoom, and everybody has to leave it.').waitFor();
    await screenshot(now.page, `end-${theme}`);
    expect(await violations(now.page)).toEqual([]);
    await now.page.getByRole('button', {name: 'Cancel', exact: true}).click();
    expect(await now.page.evaluate(() => document.activeElement?.textContent)).toBe('End meeting');
    expect(closed(now)).toEqual([]);
  });

  it('ends it once, says that it is at work, and says that it is done to those who hear the page', async () => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const now = await show({}, {replies: {[END]: () => held.then(() => ({body: {}}))}});
    await end(now.page).click();
    await now.page.getByRole('button', {name: 'End for everybody'}).click();
    const busy = now.page.getByRole('button', {name: 'One moment…'});
    await busy.waitFor();
    await busy.click({force: true});
    expect(await now.page.getByRole('dialog').count()).toBe(0);
    letGo();
    await announced(now.page, 'Ended');
    expect(closed(now).map(({call, body}) => [call, body])).toEqual([[END, IDS]]);
    expect(await now.page.locator('.zoom-notice').count()).toBe(0);
  });

  it.each([
    ['a refusal', refusal(403, 'not_the_host', 'Only the host may do that.'), 'Only the host may do that.'],
    ['no answer', (): Reply => 'nothing', 'the meeting may still be there'],
  ])('says why it could not: %s', async (_what, reply, text) => {
    const {page} = await show({}, {replies: {[END]: reply}});
    await end(page).click();
    await page.getByRole('button', {name: 'End for everybody'}).click();
    await page.locator('.zoom-notice.zoom-trouble').getByText(text).waitFor();
    expect(await end(page).getAttribute('aria-disabled')).toBe('false');
  });
});

describe('Cancel meeting', () => {
  it.each([
    ['the host of a meeting that nobody waits for', {}, ANA, 1],
    ['the host whom somebody waits for', {waiting_count: 1}, ANA, 0],
    ['the host of a meeting where somebody is', {people: [PEOPLE[3]], people_count: 1}, ANA, 0],
    ['anybody else', {}, BEN, 0],
  ])('is there for %s: %#', async (_who, ours, reader, count) => {
    const {page} = await show({state: 'waiting', ...ours}, {reader, isChannelAdmin: true});
    await page.getByText('Ana opened this meeting 14 minutes ago').waitFor();
    expect(await cancel(page).count()).toBe(count);
    expect(await end(page).count()).toBe(0);
  });

  it('takes it back, and shows what the server has to say about it', async () => {
    // As the server writes a topic that people typed as **Plan** <b>.
    const message =
      '“\\*\\*Plan\\*\\* &lt;b>” is cancelled here. **Zoom** keeps it: `meeting:delete` is missing.';
    const now = await show({state: 'waiting'}, {replies: {[CANCEL]: () => ({body: {message}})}});
    await cancel(now.page).click();
    await now.page
      .locator('.zoom-notice.zoom-done')
      .getByText('“**Plan** <b>” is cancelled here. Zoom keeps it: meeting:delete is missing.')
      .waitFor();
    await announced(now.page, 'Cancelled');
    expect(closed(now).map(({call, body}) => [call, body])).toEqual([[CANCEL, IDS]]);
    await now.page.evaluate(
      (post) => window.testPage.change({posts: [post]}),
      cardPost({state: 'cancelled'}),
    );
    await now.page.getByText('Ana cancelled this meeting').waitFor();
    expect(await cancel(now.page).count()).toBe(0);
  });

  it('says that somebody was faster', async () => {
    const replies = {[CANCEL]: refusal(409, 'has_begun', 'Somebody has come meanwhile.')};
    const {page} = await show({state: 'waiting'}, {replies});
    await cancel(page).click();
    await page.getByText('Somebody has come meanwhile.').waitFor();
  });
});
