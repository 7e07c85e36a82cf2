import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {keepScreenshot} from '../support/browser-window.js';
import {card, type} from '../support/chat-page.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';

let on: SandboxInBrowser;
beforeAll(async () => {
  on = await openSandboxInBrowser();
}, 60_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

const newest = () => on.sandbox.zoom.meetings.at(-1)?.number ?? 0;
const end = (page: Page, topic: string) => card(page, topic).getByRole('button', {name: 'End meeting'});
/** Without the marks that keep a name to itself. */
const faces = async (page: Page, topic: string): Promise<(string | null)[]> =>
  card(page, topic)
    .locator('.zoom-faces')
    .getByRole('img')
    .evaluateAll((all) =>
      all.map((face) => face.getAttribute('title')?.replace(/[\u2068\u2069]/g, '') ?? ''),
    );

/** Mattermost's pictures of two people are on the page. */
const picturesAreThere = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const images = [...document.querySelectorAll<HTMLImageElement>('.zoom-face img')];
    return images.length === 2 && images.every(({naturalWidth}) => naturalWidth > 0);
  });

describe('The card of a meeting', () => {
  it('shows who waits, who is in and who took part, live, to everybody', async () => {
    const {zoom} = on.sandbox;
    const [ana, ben] = [await on.windowOf('ana'), await on.windowOf('ben')];
    await type(ana, '/zoom start Review');
    await card(ana, 'Review').getByRole('button', {name: 'Cancel meeting'}).waitFor();
    zoom.join(newest(), {email: 'ben@example.com'});
    zoom.join(newest(), {name: 'Maria <b>*Lopes*</b>'});
    await card(ana, 'Review').getByText('2 people are waiting for you').waitFor();
    await card(ben, 'Review').getByText('2 people are waiting for the host').waitFor();
    expect(await card(ana, 'Review').getByRole('button', {name: 'Cancel meeting'}).count()).toBe(0);
    await keepScreenshot(ana, 'people-waiting');

    zoom.startMeeting(newest());
    await card(ben, 'Review').getByRole('button', {name: '3 people in the meeting'}).waitFor();
    expect(await faces(ben, 'Review')).toEqual(['Ana Silva (host)', 'Ben Okafor', 'Maria (guest)']);
    await picturesAreThere(ben);
    await keepScreenshot(ben, 'people-live');

    zoom.leave(newest(), 'Maria <b>*Lopes*</b>');
    await card(ben, 'Review').getByRole('button', {name: '2 people in the meeting'}).waitFor();
    zoom.endMeeting(newest());
    for (const page of [ana, ben])
      await card(page, 'Review').getByRole('button', {name: '3 people took part'}).waitFor();
    await keepScreenshot(ben, 'people-ended');
  });
});

describe('End meeting', () => {
  it('is for the host, and for whoever administers the channel, and ends it in Zoom', async () => {
    const {zoom, mattermost} = on.sandbox;
    const channel = [...mattermost.state.channels.values()].find(({name}) => name === 'town-square');
    const zoe = [...mattermost.state.users.values()].find(({username}) => username === 'zoe');
    const member = {channel_id: channel?.id ?? '', user_id: zoe?.id ?? '', scheme_admin: true};
    mattermost.seed({members: [member]});
    const [ana, ben] = [await on.windowOf('ana'), await on.windowOf('ben')];
    const admin = await on.windowOf('zoe');
    await type(ana, '/zoom start Overdue');
    await card(ana, 'Overdue').waitFor();
    zoom.startMeeting(newest());
    for (const page of [ana, admin]) await end(page, 'Overdue').waitFor();
    await card(ben, 'Overdue').getByText('Started').waitFor();
    expect(await end(ben, 'Overdue').count()).toBe(0);
    await end(admin, 'Overdue').click();
    await admin.getByRole('button', {name: 'End for everybody'}).click();
    await card(ben, 'Overdue').getByText('Ended at').waitFor();
    expect(zoom.meetings.at(-1)?.exists).toBe(false);
  });
});

describe('Cancel meeting', () => {
  it('takes the meeting back, in Zoom and on the card, and another one keeps its topic', async () => {
    const {zoom} = on.sandbox;
    const [ana, ben] = [await on.windowOf('ana'), await on.windowOf('ben')];
    await type(ana, '/zoom start Retro');
    await card(ana, 'Retro').getByRole('button', {name: 'Cancel meeting'}).click();
    for (const page of [ana, ben])
      await card(page, 'Retro').getByText('Ana Silva cancelled this meeting').waitFor();
    expect(zoom.meetings.at(-1)?.exists).toBe(false);
    await card(ana, 'Retro').getByRole('button', {name: 'Start again'}).click();
    await ben.getByText('Ana Silva opened this meeting just now').last().waitFor();
    expect(await card(ben, 'Retro').count()).toBe(2);
  });
});
