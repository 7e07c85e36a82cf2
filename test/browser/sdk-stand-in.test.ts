import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {Browser, Page} from 'playwright-core';
import {createZoomSimulator} from '../../sandbox/zoom/create-zoom-simulator.js';
import {listenOnLoopback} from '../../sandbox/zoom/listen-on-loopback.js';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import {systemClock} from '../../server/lib/system-clock.js';
import {systemRandom} from '../../server/lib/system-random.js';
import {sign} from '../sandbox/zoom/sdk/join-by-sdk.js';
import {connectBrowser} from '../support/browser.js';

/** A page of another site that may load and ask the simulator, and nobody else. */
const pageOf = (zoomUrl: string, policy: string) => ({
  headers: {
    'Content-Type': 'text/html',
    'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline' ${zoomUrl}; connect-src ${zoomUrl}; ${policy}`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'credentialless',
  },
  body: '<!doctype html><title>Join</title><main>The page</main>',
});

let browser: Browser;
let zoom: ZoomSimulator;
let site: {origin: string; close: () => Promise<void>};
let policy: string;
let page: Page;
let meeting: SimulatedMeeting;
beforeAll(async () => {
  browser = await connectBrowser();
});
beforeEach(async () => {
  zoom = await createZoomSimulator({clock: systemClock, random: systemRandom});
  const ana = zoom.addUser({email: 'ana@example.com', firstName: 'Ana'});
  meeting = zoom.addMeeting({hostId: ana.id, topic: 'Weekly planning'});
  zoom.startMeeting(meeting.number);
  policy = `script-src ${zoom.url} 'unsafe-eval'; worker-src blob:`;
  site = await listenOnLoopback((_request, response) => {
    const {headers, body} = pageOf(zoom.url, policy);
    response.writeHead(200, headers).end(body);
  }, 0);
  page = await browser.newPage();
  page.setDefaultTimeout(15_000);
});
afterEach(async () => {
  await page.close();
  await site.close();
  await zoom.close();
});
afterAll(() => browser.close());

const VENDORS = ['react', 'react-dom', 'redux', 'redux-thunk', 'lodash'];

async function load(vendors = VENDORS): Promise<void> {
  await page.goto(site.origin);
  for (const name of vendors) await page.addScriptTag({url: `${zoom.sdkUrl}/lib/vendor/${name}.min.js`});
  await page.addScriptTag({url: `${zoom.sdkUrl.replace('6.2.0', 'zoom-meeting-6.2.0')}.min.js`});
}

/** As the product does it. @returns what the SDK called back with in the end */
const joinWith = (init: object, join: object): Promise<Record<string, unknown>> =>
  page.evaluate(`new Promise((resolve) => {
    ZoomMtg.setZoomJSLib('${zoom.sdkUrl}/lib', '/av');
    ZoomMtg.preLoadWasm();
    ZoomMtg.prepareWebSDK();
    ZoomMtg.i18n.load('de-DE');
    ZoomMtg.init({
      leaveUrl: '/left',
      patchJsMedia: true,
      disableCORP: !window.crossOriginIsolated,
      isShowJoiningErrorDialog: false,
      disablePreview: true,
      ...${JSON.stringify(init)},
      success: () => ZoomMtg.join({...${JSON.stringify(join)}, success: resolve, error: resolve}),
      error: resolve,
    });
  })`);

const rightJoin = async (): Promise<object> => ({
  signature: await sign(zoom, {now: systemClock.now(), number: meeting.number}),
  meetingNumber: String(meeting.number),
  passWord: meeting.password,
  userName: 'Zoe <b>Marsh</b>',
});

it('The stand-in for Zoom’s SDK lets somebody in, shows who is there, and leaves', async () => {
  await load();
  expect(await joinWith({}, await rightJoin())).toMatchObject({method: 'join', status: true, errorCode: 0});
  await page.getByRole('heading', {name: 'Weekly planning'}).waitFor();
  await page.getByRole('listitem').getByText('Zoe <b>Marsh</b>').waitFor();
  expect(zoom.sdkJoins).toMatchObject([{origin: site.origin, code: 0}]);
  await page.getByRole('button', {name: 'Leave'}).click();
  await page.waitForURL('**/left');
  expect(meeting.participants).toHaveLength(1);
});

it('It says that the meeting is over, and whoever closes the page has left', async () => {
  await load();
  await joinWith({}, await rightJoin());
  await page.goto('about:blank');
  await new Promise<void>((resolve) => {
    const isGone = (): boolean => meeting.participants.length === 1;
    if (isGone()) return resolve();
    zoom.onChange(() => isGone() && resolve());
  });
  await load();
  await joinWith({}, await rightJoin());
  zoom.endMeeting(meeting.number);
  await page.getByText('has been ended by the host').waitFor();
  await page.getByRole('button', {name: 'OK'}).click();
  await page.waitForURL('**/left');
});

it('It calls back with Zoom’s errors, and tells those who listen', async () => {
  await load();
  await page.evaluate(`ZoomMtg.inMeetingServiceListener('onMeetingStatus', (data) => {
    document.title += ' ' + data.meetingStatus;
  })`);
  const wrong = {...(await rightJoin()), passWord: 'wrong'};
  expect(await joinWith({}, wrong)).toMatchObject({method: 'join', status: false, errorCode: 3004});
  expect(await page.title()).toBe('Join 1 3');
});

it('It refuses what Zoom’s SDK would stumble over', async () => {
  await expect(load(VENDORS.slice(1)).then(() => page.evaluate('ZoomMtg'))).rejects.toThrow('not defined');
  await load();
  await expect(page.evaluate(`ZoomMtg.init({leaveUrl: '/left'})`)).rejects.toThrow(
    'before ZoomMtg.prepareWebSDK',
  );
  expect(await joinWith({leaveUrl: 'javascript:alert(1)'}, {})).toMatchObject({method: 'init', errorCode: 1});
  await expect(page.evaluate(`ZoomMtg.i18n.load('jp-JP')`)).rejects.toThrow('is no language');
});

it.each([
  ['another type', {passWord: 1}, 3],
  ['no name', {userName: ''}, 4003],
  ['a name that is too long', {userName: 'é'.repeat(65)}, 4003],
  ['a script', {userName: '<script>'}, 4003],
  ['a passcode that is too long', {passWord: 'x'.repeat(33)}, 4003],
  ['an address that is too long', {userEmail: `${'x'.repeat(100)}@example.org`}, 4003],
])('It asks nobody about a join with %s', async (_what, changes, errorCode) => {
  await load();
  expect(await joinWith({}, {...(await rightJoin()), ...changes})).toMatchObject({method: 'join', errorCode});
  expect(zoom.sdkJoins).toEqual([]);
});

it('It joins once in ten seconds, and leaves its style in the page', async () => {
  await load();
  const wrong = {...(await rightJoin()), passWord: 'wrong'};
  await joinWith({}, wrong);
  expect(await joinWith({}, wrong)).toMatchObject({method: 'join', errorCode: 3633});
  await page.waitForFunction('getComputedStyle(document.body).overflow === "hidden"');
});

it('It falls silent where it cannot read a signature, and where it shall lead to a part of the same page', async () => {
  await load();
  const warned = page.waitForEvent('console', (message) => message.text().includes('leaveUrl'));
  const complained = page.waitForEvent('console', (message) => message.text().includes('appKey'));
  const called = Promise.all([
    joinWith({leaveUrl: '#left'}, {}),
    joinWith({}, {...(await rightJoin()), signature: 'not.one'}),
  ]).catch(() => 'the page is closed');
  await Promise.all([warned, complained]);
  await page.close();
  expect(await called).toBe('the page is closed');
});

it('It shows its own preview and its own errors where it is not told otherwise', async () => {
  await load();
  const wrong = {...(await rightJoin()), passWord: 'wrong'};
  const joined = joinWith({isShowJoiningErrorDialog: true, disablePreview: false}, wrong);
  await page.getByRole('alertdialog').getByRole('button', {name: 'Join'}).click();
  expect(await joined).toMatchObject({errorCode: 3004});
  await page.getByRole('alertdialog').getByText('Passcode wrong.').waitFor();
});

it.each([
  ['no WebAssembly', () => `script-src ${zoom.url}; worker-src blob:`],
  ['no workers', () => `script-src ${zoom.url} 'unsafe-eval'`],
])('It does not begin in a page that allows %s', async (_what, allowed) => {
  policy = allowed();
  await load();
  expect(await joinWith({}, await rightJoin())).toMatchObject({method: 'init', status: false, errorCode: 1});
});
