import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Browser, Page} from 'playwright-core';
import {connectBrowser} from '../support/browser.js';
import {type JoinPageSite, problem, sampleMeeting, startJoinPageSite} from './join-page-site.js';
import {screenshot} from './look.js';
import {createJoinPageWindows, type JoinPageWindows} from './open-join-page.js';
import {IN_BOTH_SCHEMES, violationsUnderPolicy} from './zoom-pages.js';

const NARROW = {width: 320, height: 300};

let browser: Browser;
let windows: JoinPageWindows;
let site: JoinPageSite;
let page: Page;
let complaints: readonly string[];
beforeAll(async () => {
  browser = await connectBrowser();
  windows = createJoinPageWindows(browser);
  site = await startJoinPageSite();
});
beforeEach(async () => {
  site.told.meeting = sampleMeeting();
  site.told.answers = {};
  ({page, complaints} = await windows.open('about:blank', {viewport: NARROW}));
});
afterEach(async () => {
  await windows.leave();
  site.zoom.liftSdkFaults();
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await site.close();
  await browser.close();
});

const says = (sentence: string | RegExp) => page.getByRole('status').filter({hasText: sentence}).waitFor();

async function join(): Promise<void> {
  await page.getByLabel('Your name').fill('Zoe Marsh');
  await page.getByRole('button', {name: 'Join meeting'}).click();
}

/** What can be pressed, in its order. */
const choices = () => page.locator('main').locator('button, a').allTextContents();

/** Everybody can read it, on the narrowest screen as well. */
async function isSound(
  schemes: readonly (typeof IN_BOTH_SCHEMES)[number][] = [IN_BOTH_SCHEMES[0]],
): Promise<void> {
  for (const [colorScheme, asked] of schemes) {
    await page.emulateMedia({colorScheme});
    expect(await violationsUnderPolicy(page, asked)).toEqual([]);
  }
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(NARROW.width);
}

/** The same in both schemes; pictures are kept. */
async function looksRight(picture: string): Promise<void> {
  await isSound(IN_BOTH_SCHEMES);
  await screenshot(page, `join-page-${picture}`);
}

const link = 'https://zoom.us/webinar/register/1';

describe('What the server says of a pass', () => {
  it.each([
    ['unknown', problem(404, 'pass_unknown', 'Nobody has given it out.'), []],
    ['expired', problem(410, 'pass_expired', 'The time of this link is over.'), []],
    ['revoked', problem(410, 'pass_revoked', 'This link was taken back.'), []],
    [
      'members',
      problem(401, 'sign_in_first', 'Sign in there first.', {sign_in_url: 'https://chat.example.org/x'}),
      ['Sign in to Mattermost'],
    ],
    ['unknown-code', problem(403, 'something_new', 'A sentence of a newer server.'), ['Retry']],
    ['not-connected', problem(503, 'not_connected', 'No longer connected.'), ['Retry']],
    ['busy', problem(429, 'rate_limited', 'Too many requests.'), ['Retry', 'Open in the Zoom app']],
    ['no-zoom', problem(502, 'zoom_unavailable', 'Zoom did not answer.'), ['Retry', 'Open in the Zoom app']],
  ] as const)('stands there as it is (%s)', async (_why, answer, expected) => {
    site.told.answers.meeting = answer;
    await page.goto(site.address());
    await says((answer.body as {message: string}).message);
    expect(await choices()).toEqual(expected);
    await isSound();
  });

  it.each([
    [
      'registration',
      {registration_url: link},
      'Whoever wants to take part registers first.',
      ['Register in Zoom'],
    ],
    ['elsewhere', {}, 'It belongs to another Zoom account.', ['Open in the Zoom app']],
    ['over', {}, 'The meeting is over.', []],
  ] as const)('and so does what becomes of the meeting (%s)', async (state, more, text, expected) => {
    site.told.meeting = sampleMeeting({state, text, ...more});
    await page.goto(site.address());
    await says(text);
    expect(await choices()).toEqual(expected);
    await isSound();
  });
});

describe('What Zoom says', () => {
  const zoomOnly = ['Open in the Zoom app'];
  const either = ['Retry', 'Open in the Zoom app'];
  it.each([
    [3001, 'This meeting is over.', []],
    [3004, 'Zoom did not accept the passcode', either],
    [3000, 'The host is in another meeting', either],
    [3009, 'The host has removed you', []],
    [3099, 'registers first', zoomOnly],
    [3100, 'signed in to Zoom', zoomOnly],
    [3603, 'in a browser', zoomOnly],
    [3705, 'Your session has expired.', ['Retry']],
    [3712, 'Zoom does not accept how this page signs people in (error 3712)', zoomOnly],
    [4005, 'The meeting is full.', either],
    [4006, 'The host has locked the meeting', ['Retry']],
    [4012, 'belongs to another Zoom account', zoomOnly],
    [3611, 'in a browser', zoomOnly],
    [3634, 'Zoom takes no more attempts', either],
    [4007, 'from a page (error 4007)', zoomOnly],
    [4008, 'You are in this meeting already', ['Retry']],
    [4009, 'Zoom did not answer as it should (error 4009)', either],
    [10_000, 'no longer takes the version of its Meeting SDK', zoomOnly],
    [9999, 'Zoom did not let you in (error 9999).', either],
  ] as const)('becomes a sentence with what to do (%d)', async (code, sentence, expected) => {
    site.zoom.faultSdk({kind: 'answer', code});
    await page.goto(site.address());
    await join();
    await says(sentence);
    expect(await choices()).toEqual(expected);
    await isSound();
  });

  it('is waited for where the meeting has not begun', async () => {
    await page.goto(site.address());
    await join();
    await says('The host has not started the meeting yet.');
    await looksRight('waiting');
  });

  it('asks for an address where it wants one, and the name is still there', async () => {
    site.zoom.faultSdk({kind: 'answer', code: 3005});
    await page.goto(site.address());
    await join();
    await page.getByText('Zoom wants an e-mail address').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Zoe Marsh');
    expect(await page.evaluate('document.activeElement.id')).toBe('email');
    await looksRight('email');
    await page.getByLabel('Your e-mail address').fill('zoe@example.org');
    await page.getByRole('button', {name: 'Join meeting'}).click();
    await says('The host has not started the meeting yet.');
    expect(site.entered.at(-1)).toEqual({name: 'Zoe Marsh', email: 'zoe@example.org'});
  });
});

describe('What is in the way', () => {
  it('is said where Zoom’s files cannot be loaded, and Retry loads them anew', async () => {
    site.zoom.faultSdk({kind: 'unreachable'});
    await page.goto(site.address());
    await join();
    await says('Zoom’s part of this page could not be loaded.');
    await says(new URL(site.zoom.url).host);
    await looksRight('sdk-missing');
    site.zoom.liftSdkFaults();
    await page.getByRole('button', {name: 'Retry'}).click();
    await says('The host has not started the meeting yet.');
  });

  it('is said where a web page lies at their address, which browsers do not even load', async () => {
    site.zoom.faultSdk({kind: 'serve', what: 'page'});
    await page.goto(site.address());
    await join();
    await says('Zoom’s part of this page could not be loaded.');
  });

  it('is said where another script lies there', async () => {
    site.zoom.faultSdk({kind: 'serve', what: 'script'});
    await page.goto(site.address());
    await join();
    await says('Something other than Zoom’s Meeting SDK answers');
    expect(await choices()).toEqual(['Open in the Zoom app']);
    await isSound();
  });

  it('is said where a proxy answers in the server’s place', async () => {
    site.told.answers.meeting = 'page of a proxy';
    await page.goto(site.address());
    await says('The server answered something that this page does not understand (status 502).');
  });

  it('is said where the network is gone, and it goes on when it is back', async () => {
    site.told.answers.meeting = 'no answer';
    await page.goto(site.address());
    await says('This page cannot reach its server.');
    await isSound();
    delete site.told.answers.meeting;
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await says('The meeting is on.');
  });

  it('is said where the browser is too old, with the way to Zoom', async () => {
    windows.spoil();
    await page.addInitScript('delete window.RTCPeerConnection');
    await page.goto(site.address());
    await says('This browser lacks what Zoom needs');
    await isSound();
    await page.getByRole('button', {name: 'Open in the Zoom app'}).click();
    const zoom = page.getByRole('link', {name: 'Open Zoom’s page'});
    expect(await zoom.getAttribute('href')).toBe(`${site.zoom.url}/j/${site.meeting.number}?pwd=1`);
    expect(await page.getByRole('link', {name: 'Open the Zoom app'}).getAttribute('href')).toMatch(
      /^zoommtg:/,
    );
    await looksRight('linked');
  });
});
