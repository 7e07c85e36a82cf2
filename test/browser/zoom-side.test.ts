import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Browser, Locator, Page} from 'playwright-core';
import {createZoomSimulator} from '../../sandbox/zoom/create-zoom-simulator.js';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import {systemClock} from '../../server/lib/system-clock.js';
import {systemRandom} from '../../server/lib/system-random.js';
import {connectBrowser} from '../support/browser.js';
import {axeScript} from './axe.js';
import {screenshot, violations} from './look.js';

let browser: Browser;
let zoom: ZoomSimulator;
let page: Page;
let meeting: SimulatedMeeting;
beforeAll(async () => {
  browser = await connectBrowser();
});
beforeEach(async () => {
  zoom = await createZoomSimulator({clock: systemClock, random: systemRandom});
  const ana = zoom.addUser({email: 'ana@example.com', firstName: 'Ana', lastName: 'Silva'});
  zoom.addUser({email: 'ben@example.com', firstName: 'Ben', lastName: 'Okafor'});
  zoom.addUser({email: 'ida@example.net', firstName: 'Ida', lastName: 'Holm', accountId: 'idas'});
  meeting = zoom.addMeeting({hostId: ana.id, topic: 'Weekly planning'});
  page = await browser.newPage({viewport: {width: 400, height: 900}});
  page.setDefaultTimeout(15_000);
  await page.goto(`${zoom.url}/simulator/`);
});
afterEach(async () => {
  await page.close();
  await zoom.close();
});
afterAll(() => browser.close());

const press = (name: string, within: Page | Locator = page): Promise<void> =>
  within.getByRole('button', {name, exact: true}).click();
const person = (name: string): Locator => page.getByRole('listitem').filter({hasText: name});
const people = (list: 'In it' | 'Waiting', count: number): Locator =>
  page.getByText(`${list} (${count})`, {exact: true});

async function letJoin(who: string): Promise<void> {
  await page.getByLabel('Who joins').selectOption({label: who});
  await press('Join');
}
const choose = (name: string, text: string): Promise<unknown> =>
  page.getByLabel(`More for ${name}`).selectOption({label: text});

describe('The Zoom side of the sandbox', () => {
  it('lets people wait for the host, come in, take a second device, move and leave', async () => {
    await letJoin('Ben Okafor');
    await person('Ben Okafor').getByText('waits for the host').waitFor();
    await press('Host starts it');
    await people('In it', 2).waitFor();
    await letJoin('Ida Holm (another account)');
    await person('Ida Holm').getByText('from another account').waitFor();
    await letJoin('Somebody by phone');
    await person('1646***0101').getByText('guest, phone').waitFor();
    await choose('Ben Okafor', 'Join with a second device');
    await people('In it', 5).waitFor();
    await choose('Ida Holm', 'Go to breakout Room 1');
    await person('Ida Holm').getByText('in Room 1').waitFor();
    await choose('Ida Holm', 'Come back to all');
    await person('Ida Holm').getByText('in Room 1').waitFor({state: 'detached'});
    await screenshot(page, 'zoom-side');
    await press('Leave', person('Ana Silva'));
    await people('In it', 4).waitFor();
    await press('Host joins');
    await people('In it', 5).waitFor();
    await press('Host ends it');
    await page.getByText('is over').waitFor();
    expect(meeting.past).toHaveLength(1);
    await press('Finish its recording');
  });

  it('has a waiting room, from which the host lets people in, and into which they are put back', async () => {
    await press('Host starts it');
    await page.getByLabel('Waiting room', {exact: true}).check();
    await page.getByLabel('Who joins').selectOption({label: 'A guest, named …'});
    await page.getByLabel('Name of the guest').fill('Zoe <b>*Marsh*</b>');
    await press('Join');
    await person('Zoe <b>*Marsh*</b>').getByText('in the waiting room').waitFor();
    expect(await page.getByLabel('Name of the guest').inputValue()).toBe('Zoe <b>*Marsh*</b>');
    await press('Admit');
    await people('In it', 2).waitFor();
    await choose('Zoe <b>*Marsh*</b>', 'Put into the waiting room');
    await press('Give up');
    await people('Waiting', 1).waitFor({state: 'detached'});
    expect(meeting.waiting).toEqual([]);
  });

  it('loses webhooks for a day, and brings them again', async () => {
    await press('Lose all for a day');
    await press('Lose none any more');
    await page.getByRole('button', {name: 'Lose all for a day'}).waitFor();
    expect(zoom.webhookFaults()).toEqual([]);
  });

  it('starts personal rooms for something private, and switches them off', async () => {
    await page.getByText('What is set in the Zoom account').click();
    const room = page.locator('.room').filter({hasText: 'Ben Okafor'});
    await press('Start it', room);
    await page.getByRole('heading', {name: "Ben Okafor's Personal Meeting Room"}).waitFor();
    await press('Host ends it');
    await press('Switch it off', room);
    await room.getByText('no personal meeting ID').waitFor();
    await page.getByLabel('New meetings have a waiting room').check();
  });

  it('lets the SDK go wrong, until all of it is mended, and meetings be locked', async () => {
    await page.getByText('Joining in the browser').click();
    expect(await page.getByLabel('Address of the SDK').inputValue()).toBe(zoom.sdkUrl);
    await press('4005: The meeting is full');
    await press('Nobody can connect to it');
    await press('Mend all of it');
    await page.getByRole('button', {name: 'Mend all of it'}).waitFor({state: 'detached'});
    expect(zoom.sdkFaults()).toEqual([]);
    await page.getByLabel('Locked').check();
    await press('Host starts it');
    await letJoin('Ben Okafor');
    await page.getByRole('alert').getByText('is locked').waitFor();
  });

  it('says what cannot be done, and reads well', async () => {
    await page.route('**/start', (route) => {
      zoom.startMeeting(meeting.number);
      return route.continue();
    });
    await press('Host starts it');
    await page.getByRole('alert').getByText('is started, not waiting').waitFor();
    await page.getByText('Joining in the browser').click();
    await page.addScriptTag({content: axeScript});
    expect(await violations(page)).toEqual([]);
  });
});
