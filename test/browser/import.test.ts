import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Locator, Page} from 'playwright-core';
import {keepScreenshot} from '../support/browser-window.js';
import {card, type} from '../support/chat-page.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';

let on: SandboxInBrowser;
beforeAll(async () => {
  on = await openSandboxInBrowser({hasPlans: true});
}, 60_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

const HOUR = 60 * 60_000;

/** A meeting of Ana's, to come in some hours. */
function plan(topic: string, inHours: number): {number: number} {
  const {zoom} = on.sandbox;
  const hostId = zoom.users.find(({firstName}) => firstName === 'Ana')?.id ?? '';
  const startTime = Math.ceil(Date.now() / HOUR) * HOUR + inHours * HOUR;
  return zoom.addMeeting({hostId, type: 2, topic, startTime, duration: 30});
}

async function openFromMessageBox(page: Page): Promise<Locator> {
  const box = page.getByRole('main');
  await box.getByRole('button', {name: 'Attach'}).click();
  await box.getByRole('button', {name: 'Bring a Zoom meeting here'}).click();
  return page.locator('.zoom-panel');
}

describe('Somebody who has planned meetings in Zoom', () => {
  it('brings one into the channel from the message box, and others see it become live', async () => {
    const [ana, ben] = [await on.windowOf('ana', {width: 1200}), await on.windowOf('ben')];
    const {number} = plan('Launch rehearsal', 0);
    const panel = await openFromMessageBox(ana);
    await panel.getByRole('checkbox', {name: 'Launch rehearsal'}).check();
    await panel.getByRole('button', {name: 'Title, description, picture'}).click();
    await panel.getByLabel('Title', {exact: true}).fill('Rehearsal, all welcome');
    await panel.getByLabel('Description', {exact: true}).fill('Bring your part.');
    await keepScreenshot(ana, 'import-panel');
    await panel.getByRole('button', {name: 'Post 1 card in ~Town Square'}).click();
    await panel.getByRole('button', {name: 'Go to the card'}).waitFor();
    const seen = card(ben, 'Rehearsal, all welcome');
    await seen.getByText('Planned').waitFor();
    await seen.getByText('Bring your part.').waitFor();
    await keepScreenshot(ana, 'import-posted');
    on.sandbox.zoom.startMeeting(number);
    await seen.getByText('Live').waitFor();
    // A second one would only repeat the first.
    await panel.getByRole('checkbox', {name: 'Launch rehearsal'}).check();
    await panel.getByRole('button', {name: 'Post 1 card in ~Town Square'}).click();
    await panel.getByText('This meeting already has').waitFor();
  });

  it('brings one into the thread in which `/zoom import` is typed', async () => {
    const ana = await on.windowOf('ana', {width: 1200});
    plan('Thread talk', 3);
    await type(ana, 'Who prepares the talk?');
    await ana.getByRole('button', {name: 'Reply to Ana Silva'}).last().click();
    const box = ana.getByLabel('Reply to this thread');
    await box.fill('/zoom import');
    await box.press('Enter');
    const panel = ana.locator('.zoom-panel');
    await panel.getByText('The cards go into the thread from which you came.').waitFor();
    await panel.getByRole('checkbox', {name: 'Thread talk'}).check();
    await panel.getByRole('button', {name: 'Post 1 card in the thread'}).click();
    await panel.getByRole('button', {name: 'Go to the card'}).waitFor();
    const question = ana.locator('article').filter({hasText: 'Who prepares the talk?'}).first();
    await question.getByRole('button', {name: '1 reply'}).waitFor();
  });

  it('brings a webinar with its registration, and reads why another one has no card', async () => {
    const [ana, ben] = [await on.windowOf('ana', {width: 1200}), await on.windowOf('ben')];
    const panel = await openFromMessageBox(ana);
    await panel.getByRole('button', {name: 'Webinars'}).click();
    for (const topic of ['Product launch', 'For partners alone'])
      await panel.getByRole('checkbox', {name: topic}).check();
    await panel.getByRole('button', {name: 'Post 2 cards in ~Town Square'}).click();
    await panel.getByText('This webinar is only for people who are signed in to Zoom').waitFor();
    await panel.getByText('One card was posted. One was not').first().waitFor();
    const seen = ben.getByRole('group', {name: 'Zoom webinar: Product launch'});
    const link = seen.getByRole('link', {name: 'Register'});
    expect(await link.getAttribute('href')).toContain('register');
    await keepScreenshot(ana, 'import-webinars');
    await panel.getByRole('button', {name: 'Past'}).click();
    await panel.getByRole('checkbox', {name: 'Last week’s demo'}).waitFor();
  });

  it('copies Zoom’s own invitation from the card', async () => {
    const ana = await on.windowOf('ana', {width: 1200});
    plan('Invited talk', 4);
    const panel = await openFromMessageBox(ana);
    await panel.getByRole('checkbox', {name: 'Invited talk'}).check();
    await panel.getByRole('button', {name: 'Post 1 card in ~Town Square'}).click();
    const own = card(ana, 'Invited talk');
    await own.getByRole('button', {name: 'Copy invitation'}).click();
    await own.getByRole('button', {name: 'Invitation copied'}).waitFor();
  });
});

describe('Somebody whom Zoom does not know', () => {
  it('reads why nothing is listed, and what to do', async () => {
    const zoe = await on.windowOf('zoe', {width: 1200});
    const panel = await openFromMessageBox(zoe);
    await panel.getByText(/Zoom/).first().waitFor();
    await panel.getByRole('button', {name: 'Try again'}).waitFor();
    await keepScreenshot(zoe, 'import-nobody');
  });
});
