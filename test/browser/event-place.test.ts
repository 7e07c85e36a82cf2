import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {Browser, FrameLocator, Page} from 'playwright-core';
import {connectBrowser} from '../support/browser.js';
import {card, newestPrivate, type} from '../support/chat-page.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';
import {screenshot} from './look.js';
import {pasteStream, streamUrlIn} from './organise.js';

let world: SandboxInBrowser;
let browser: Browser;
let attendee: Page;
beforeAll(async () => {
  [world, browser] = await Promise.all([openSandboxInBrowser({hasEventSite: true}), connectBrowser()]);
}, 60_000);
beforeEach(async () => {
  attendee = await browser.newPage({viewport: {width: 900, height: 900}});
  attendee.setDefaultTimeout(15_000);
});
afterEach(async () => {
  await attendee.close();
  await world.tidyUp();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Ana opens a meeting in the chat, and pastes its stream URL on the event site. */
async function paste(ana: Page, topic: string, way: string): Promise<void> {
  await type(ana, `/zoom start ${topic}`);
  await card(ana, topic).waitFor();
  await type(ana, '/zoom stream-url');
  const streamUrl = await streamUrlIn(newestPrivate(ana).filter({hasText: 'Stream URL of'}));
  await pasteStream(attendee, {eventSite: world.sandbox.eventSite, streamUrl, way});
}

const press = (page: Page | FrameLocator, name: string): Promise<void> =>
  page.getByRole('button', {name, exact: true}).click();

it('An attendee of the event site joins in its frame, is seen on the card, and leaves', async () => {
  const ana = await world.windowOf('ana');
  await paste(ana, 'Opening session', 'In a frame above the text');
  const frame = attendee.frameLocator('iframe');
  expect(await frame.getByLabel('Your name').inputValue()).toBe('Zoe Marsh');
  await screenshot(attendee, 'event-place');
  await press(frame, 'Join meeting');
  const {number} = world.sandbox.zoom.meetings.at(-1)!;
  await frame.getByText('has not started').waitFor();
  world.sandbox.zoom.startMeeting(number);
  await frame.getByText('You are in the meeting.').waitFor();
  await card(ana, 'Opening session').getByText('2 people in the meeting').waitFor();
  expect(world.sandbox.zoom.sdkJoins).toMatchObject([{code: 0, request: {userName: 'Zoe Marsh'}}]);
  await screenshot(attendee, 'event-place-inside');
  await press(frame, 'Leave');
  await frame.getByText('You have left the meeting.').waitFor();
  await card(ana, 'Opening session').getByText('2 people in the meeting').waitFor({state: 'detached'});
});

it('In the same window, they read why Zoom does not let them in, and try again', async () => {
  const ana = await world.windowOf('ana');
  await paste(ana, 'Panel', 'In the same window');
  const {number} = world.sandbox.zoom.meetings.at(-1)!;
  world.sandbox.zoom.startMeeting(number);
  world.sandbox.zoom.faultSdk({kind: 'answer', code: 4005});
  await attendee.getByRole('link', {name: 'Join the session'}).click();
  await press(attendee, 'Join meeting');
  await attendee.getByText('The meeting is full.').waitFor();
  await press(attendee, 'Retry');
  await attendee.getByText('You are in the meeting.').waitFor();
});

it('The test of the set-up opens the page on its own host, as a browser would', async () => {
  const ada = await world.windowOf('ada');
  await type(ada, '/zoom doctor');
  await newestPrivate(ada).getByText('The join page opens at http://join.localhost:').waitFor();
});
