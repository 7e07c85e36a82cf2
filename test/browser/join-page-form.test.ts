import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Browser, Page} from 'playwright-core';
import {languages} from '../../server/messages/texts.js';
import {connectBrowser} from '../support/browser.js';
import {type JoinPageSite, sampleMeeting, startJoinPageSite} from './join-page-site.js';
import {screenshot} from './look.js';
import {createJoinPageWindows, type JoinPageWindows} from './open-join-page.js';
import {violationsUnderPolicy} from './zoom-pages.js';

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
beforeEach(() => {
  site.told.meeting = sampleMeeting();
  site.entered.length = 0;
});
afterEach(async () => {
  await windows.leave();
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await site.close();
  await browser.close();
});

async function open(query = '', options = {}): Promise<void> {
  ({page, complaints} = await windows.open(site.address(query), options));
}
const name = () => page.getByLabel('Your name');
const focused = () => page.evaluate('document.activeElement.id || document.activeElement.textContent');
const waits = () => page.getByText('Keep this page open').waitFor();

describe('The page to join, before its script runs', () => {
  it('says what to do where no script does', async () => {
    await open('?lang=de', {javaScriptEnabled: false});
    await page.getByText('führt dein Browser hier keine Skripte aus').waitFor();
  });
});

describe('The form of the page to join', () => {
  it('is filled in and sent by keyboard, and focus goes where it goes on', async () => {
    await open();
    await name().waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('name');
    await page.keyboard.press('Enter');
    await page.getByText('Type the name by which the others').waitFor();
    expect(await focused()).toBe('name');
    expect(await name().getAttribute('aria-invalid')).toBe('true');
    expect(await violationsUnderPolicy(page)).toEqual([]);
    await page.keyboard.type('Zoe Marsh');
    await page.keyboard.press('Enter');
    await waits();
    // The page was loaded anew, and leads to what can be done now.
    expect(await focused()).toBe('Retry');
    expect(site.entered).toEqual([{name: 'Zoe Marsh'}]);
  });

  it('asks for an address before a webinar, and speaks of one', async () => {
    site.told.meeting = sampleMeeting({kind: 'webinar', asks_email: true, topic: ''});
    await open('?email=zoe');
    await page.getByRole('heading', {name: 'Zoom webinar'}).waitFor();
    await page.getByText('Webinar ID 855 1234 0000').waitFor();
    await name().fill('Zoe');
    await page.getByRole('button', {name: 'Join webinar'}).click();
    await page.getByText('Zoom wants an e-mail address').waitFor();
    expect(await focused()).toBe('email');
    await page.getByLabel('Your e-mail address').fill('zoe@example.org');
    await page.keyboard.press('Enter');
    await waits();
    expect(site.entered).toEqual([{name: 'Zoe', email: 'zoe@example.org'}]);
  });

  it('knows who came by a card, and whom an event site names', async () => {
    site.told.meeting = sampleMeeting({name: 'Ana Silva', email: 'ana@example.com', asks_email: true});
    await open('?name=Somebody');
    expect(await name().inputValue()).toBe('Ana Silva');
    expect(await page.getByLabel('Your e-mail address').inputValue()).toBe('ana@example.com');
    await windows.leave();
    site.told.meeting = sampleMeeting();
    await open('?name=Somebody');
    expect(await name().inputValue()).toBe('Somebody');
  });

  it('remembers a name in this browser where that is wanted, until it is not', async () => {
    await open();
    await name().fill('Zoe Marsh');
    await page.getByLabel('Remember my name').check();
    await page.keyboard.press('Enter');
    await waits();
    await page.reload();
    expect(await name().inputValue()).toBe('Zoe Marsh');
    await page.getByLabel('Remember my name').uncheck();
    await page.getByRole('button', {name: 'Join meeting'}).click();
    await waits();
    await page.reload();
    await name().waitFor();
    expect(await name().inputValue()).toBe('');
  });

  it('keeps what somebody types while it looks whether the meeting has begun', async () => {
    site.told.meeting = sampleMeeting({state: 'waiting', text: 'Not yet.'});
    await open();
    windows.spoil();
    await name().waitFor();
    await page.clock.install();
    await page.reload();
    await name().fill('Zoe');
    site.told.meeting = sampleMeeting();
    await page.clock.fastForward(40_000);
    await page.getByText('The meeting is on.').waitFor();
    expect(await name().inputValue()).toBe('Zoe');
    expect(site.entered).toEqual([]);
  });

  it('opens the Zoom app where the address asks for that, and leads back', async () => {
    await open('?open=app');
    await page.getByText('Zoom is asked to open its app.').waitFor();
    await page.getByRole('button', {name: 'Join here instead'}).click();
    await name().waitFor();
  });

  it.each([
    ['markup', '?name=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', '<img src=x onerror=alert(1)>'],
    ['ten thousand letters', `?name=${'x'.repeat(10_000)}`, 'x'.repeat(64)],
    ['what turns the direction', '?name=%E2%80%AEmoc.live', 'moc.live'],
    ['null bytes', '?name=Zo%00e&view=%00&open=%00&lang=%00', 'Zo e'],
    ['names of the language', '?name=Zoe&__proto__=1&constructor=1&lang=__proto__', 'Zoe'],
  ])('U-20 takes no harm from an address with %s', async (_what, query, value) => {
    await open(query, {viewport: {width: 320, height: 480}});
    await name().waitFor();
    expect(await name().inputValue()).toBe(value);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it('U-20 shows a topic of any kind as text', async () => {
    const topic = `<script>alert(1)</script> ${'long'.repeat(80)} \u202elive`;
    site.told.meeting = sampleMeeting({topic});
    await open('', {viewport: {width: 320, height: 480}});
    await name().waitFor();
    expect(await page.getByRole('heading').textContent()).toBe(topic);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it.each([...languages.keys()])('has room for its words at 320 px in %s', async (language) => {
    site.told.meeting = sampleMeeting({asks_email: true});
    await open(`?lang=${language}`, {viewport: {width: 320, height: 480}});
    await page.locator('form').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await violationsUnderPolicy(page)).toEqual([]);
    await screenshot(page, `join-page-form-${language}`);
  });

  it.each([
    ['reduce', 'none'],
    ['no-preference', 'join-turn'],
  ] as const)('moves nothing where that is not wanted (%s)', async (reducedMotion, animation) => {
    await open('', {reducedMotion});
    await name().waitFor();
    await page.evaluate(`document.querySelector('main').setAttribute('aria-busy', 'true')`);
    const moving = `getComputedStyle(document.querySelector('.join-status'), '::after').animationName`;
    expect(await page.evaluate(moving)).toBe(animation);
  });
});
