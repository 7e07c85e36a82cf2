import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Browser, Page} from 'playwright-core';
import {listenOnLoopback} from '../../sandbox/zoom/listen-on-loopback.js';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {connectBrowser} from '../support/browser.js';
import {card, newestPrivate, type} from '../support/chat-page.js';
import {mattermostId} from '../support/mattermost-id.js';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';
import {streamUrlOf} from './organise.js';
import {watchRequests} from './watch-requests.js';

let world: SandboxInBrowser;
let browser: Browser;
/** Somebody whom nobody knows, in a browser of their own. */
let page: Page;
beforeAll(async () => {
  [world, browser] = await Promise.all([openSandboxInBrowser({hasEventSite: true}), connectBrowser()]);
}, 60_000);
beforeEach(async () => {
  page = await browser.newPage();
  page.setDefaultTimeout(15_000);
});
afterEach(async () => {
  await page.context().close();
  await world.tidyUp();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

const zoom = () => world.sandbox.zoom;
const siteUrl = (): string => world.sandbox.mattermost.siteUrl;
const inZoom = (name: string): string =>
  zoom().users.find(({email}) => email === `${name}@example.com`)?.id ?? '';
const planned = (topic: string, host = 'ana'): SimulatedMeeting =>
  zoom().addMeeting({hostId: inZoom(host), type: 2, topic, startTime: Date.now()});
/** Its host asks for it in the chat. Nobody gets more than ten in a minute. */
async function streamUrl(number: number, topic: string, host: 'ana' | 'ben' = 'ana'): Promise<string> {
  const {mattermost} = world.sandbox;
  const told = new Promise<string>((resolve) => {
    const stop = mattermost.onChange((change) => {
      if (change.kind !== 'ephemeral') return;
      const text = JSON.stringify(change.ephemeral.post);
      if (!text.includes(`Stream URL of “${topic}”`)) return;
      stop();
      resolve(streamUrlOf(text));
    });
  });
  await mattermost.executeCommand({
    Command: `/zoom stream-url ${number}`,
    UserId: mattermostId(host),
    ChannelId: mattermostId('townsquare'),
    TeamId: mattermostId('team'),
  });
  return told;
}
const says = (sentence: string | RegExp) => page.getByRole('status').filter({hasText: sentence}).waitFor();
const press = (name: string) => page.getByRole('button', {name, exact: true}).click();
async function join(name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await press('Join meeting');
}
const isInside = () => page.getByText('You are in the meeting.').waitFor();
const lastJoin = () => zoom().sdkJoins.at(-1);

describe('Somebody with a stream URL', () => {
  it('is in the meeting without a passcode, and their browser talks to nobody but its server, the SDK and Zoom', async () => {
    const {number, password} = planned('Opening session');
    const url = await streamUrl(number, 'Opening session');
    zoom().startMeeting(number);
    const {origin} = new URL(url);
    const watched = watchRequests(page.context(), origin);
    await page.goto(url);
    await join('Zoe Marsh');
    await isInside();
    expect(lastJoin()).toMatchObject({
      origin,
      code: 0,
      request: {meetingNumber: String(number), passWord: password, userName: 'Zoe Marsh', userEmail: ''},
    });
    await press('Leave');
    await page.getByText('You have left the meeting.').waitFor();
    const below = [`${origin}/plugins/zoom/join-page/`, `${zoom().url}/sdk/`, 'blob:', 'data:'];
    const addresses = watched.addresses();
    expect(addresses).toEqual(
      expect.arrayContaining([`${origin}/plugins/zoom/join-page/page.js`, `${url}/entries`]),
    );
    expect(addresses.filter((address) => !below.some((start) => address.startsWith(start)))).toEqual([]);
    expect(await watched.cookies()).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('opens the Zoom app instead, where the link says so', async () => {
    const {number, encryptedPassword} = planned('App session');
    const url = await streamUrl(number, 'App session');
    await page.goto(`${url}?open=app&name=Zoe`);
    await page.getByText('Zoom’s page leads in: press the button.').waitFor();
    // An address on this machine is none that Zoom's app would take, so that Zoom's page is left.
    const link = new URL(
      (await page.getByRole('link', {name: 'Open Zoom’s page'}).getAttribute('href')) ?? '',
    );
    expect([link.pathname, link.searchParams.get('pwd')]).toEqual([`/j/${number}`, encryptedPassword]);
    expect(zoom().sdkJoins.filter(({request}) => request?.meetingNumber === String(number))).toEqual([]);
    await press('Join here instead');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Zoe');
  });

  it('attends a webinar with the e-mail address that Zoom wants', async () => {
    const {number} = zoom().addWebinar({hostId: inZoom('ana'), topic: 'Keynote', startTime: Date.now()});
    const url = await streamUrl(number, 'Keynote');
    zoom().startWebinar(number);
    await page.goto(url);
    await page.getByLabel('Your name').fill('Zoe Marsh');
    await press('Join webinar');
    await page.getByText('Zoom wants an e-mail address').waitFor();
    await page.getByLabel('Your e-mail address').fill('zoe@example.net');
    await press('Join webinar');
    await page.getByRole('button', {name: 'Leave'}).waitFor();
    expect(lastJoin()).toMatchObject({code: 0, request: {userEmail: 'zoe@example.net'}});
  });

  it('reads that people register first, and where', async () => {
    const {number} = planned('Course');
    const url = await streamUrl(number, 'Course');
    zoom().changeMeeting(number, {settings: {approval_type: 0}});
    await page.goto(url);
    await says('registers first');
    const link = page.getByRole('link', {name: 'Register in Zoom'});
    expect(await link.getAttribute('href')).toContain(`${zoom().url}/meeting/register/`);
  });

  it('reads that the meeting takes an account of Zoom’s, and goes there', async () => {
    const {number} = planned('Internal');
    const url = await streamUrl(number, 'Internal');
    zoom().changeMeeting(number, {settings: {meeting_authentication: true}});
    await page.goto(url);
    await says('is for people who are signed in to Zoom');
    await press('Open in the Zoom app');
    const {href} = new URL(
      (await page.getByRole('link', {name: 'Open Zoom’s page'}).getAttribute('href')) ?? '',
    );
    expect(href).toContain(`/j/${number}`);
  });

  it('reads that it belongs to another account, where Zoom says so', async () => {
    const {number} = planned('Moved');
    const url = await streamUrl(number, 'Moved');
    zoom().startMeeting(number);
    zoom().faultSdk({kind: 'answer', code: 4012});
    await page.goto(url);
    await join('Zoe Marsh');
    await says('belongs to another Zoom account');
  });

  it('is told that the meeting is over, inside and afterwards', async () => {
    const ana = await world.windowOf('ana');
    await type(ana, '/zoom start Short one');
    await card(ana, 'Short one').waitFor();
    const {number} = zoom().meetings.at(-1)!;
    const url = await streamUrl(number, 'Short one');
    zoom().startMeeting(number);
    await page.goto(url);
    await join('Zoe Marsh');
    await isInside();
    zoom().endMeeting(number);
    await page.getByText('has been ended by the host').waitFor();
    await zoom().webhooksSettled();
    await page.goto(url);
    await says('This meeting is over.');
  });

  it('waits for the host, and is told when the stream URL is taken back meanwhile', async () => {
    const {number} = planned('Cancelled');
    const url = await streamUrl(number, 'Cancelled');
    await page.clock.install();
    await page.goto(url);
    await join('Zoe Marsh');
    await says('The host has not started the meeting yet.');
    const ana = await world.windowOf('ana');
    await type(ana, `/zoom stream-url revoke ${url}`);
    await newestPrivate(ana).getByText('lets nobody in any more').waitFor();
    await page.clock.fastForward(12_000);
    await says('This link was taken back');
    zoom().startMeeting(number);
    expect(await page.getByRole('button', {name: 'Retry'}).count()).toBe(0);
  });

  it('sees nothing of it in a frame of a site that nobody has named', async () => {
    const {number} = planned('Framed', 'ben');
    const url = await streamUrl(number, 'Framed', 'ben');
    const site = await listenOnLoopback((_request, response) => {
      response
        .writeHead(200, {'Content-Type': 'text/html'})
        .end(`<!doctype html><title>Elsewhere</title><iframe src="${url}"></iframe>`);
    }, 0);
    try {
      const watched = watchRequests(page.context(), new URL(url).origin);
      const complaint = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
      await page.goto(site.origin.replace('127.0.0.1', 'elsewhere.localhost'));
      await complaint;
      expect(await page.frameLocator('iframe').getByRole('main').count()).toBe(0);
      expect(watched.addresses()).toEqual([url]);
    } finally {
      await site.close();
    }
  });

  it('finds no such page on Mattermost’s own host', async () => {
    const {number} = planned('Elsewhere', 'ben');
    const {pathname} = new URL(await streamUrl(number, 'Elsewhere', 'ben'));
    for (const path of [pathname, `${pathname}/meeting`, '/plugins/zoom/join-page/page.js']) {
      const answer = await page.goto(`${siteUrl()}${path}`);
      expect([path, answer?.status()]).toEqual([path, 404]);
    }
  });
});

describe('A member of Mattermost', () => {
  it('signs in first where others are not let in, and joins under their own name', async () => {
    const {mattermost} = world.sandbox;
    const {number} = planned('Members', 'ben');
    const url = await streamUrl(number, 'Members', 'ben');
    zoom().startMeeting(number);
    const before = mattermost.state.settings;
    await mattermost.setPluginConfig({...before, joinpageguests: false});
    try {
      await page.goto(url);
      await says('is for members of this organisation');
      const link = page.getByRole('link', {name: 'Sign in to Mattermost'});
      expect([await link.getAttribute('href'), await link.getAttribute('target')]).toEqual([
        `${siteUrl()}/plugins/zoom/join-in-browser?pass=${url.split('/').at(-1)}`,
        '_top',
      ]);
      await link.click();
      await page.getByRole('button', {name: 'Zoe Marsh'}).click();
      await page.waitForURL(`${new URL(url).origin}/**`);
      expect(await page.getByLabel('Your name').inputValue()).toBe('Zoe Marsh');
      await press('Join meeting');
      await isInside();
      expect(lastJoin()).toMatchObject({code: 0, request: {userName: 'Zoe Marsh'}});
    } finally {
      await mattermost.setPluginConfig(before);
    }
  });

  it('joins from the card of their channel, and nobody who is not in it', async () => {
    const ana = await world.windowOf('ana');
    await ana.getByRole('navigation', {name: 'Channels'}).getByText('Planning').click();
    await type(ana, '/zoom start Budget');
    await card(ana, 'Budget').waitFor();
    const {number} = zoom().meetings.at(-1)!;
    zoom().startMeeting(number);
    await zoom().webhooksSettled();
    const [post] = [...world.sandbox.mattermost.state.posts.values()].filter(
      ({props}) => props['meeting_id'] === number,
    );
    const [link = ''] = /http\S+join-in-browser\?[^)\s"]+/.exec(JSON.stringify(post?.props)) ?? [];
    const ben = await world.windowOf('ben');
    await ben.getByRole('navigation', {name: 'Channels'}).getByText('Planning').click();
    const opened = ben.context().waitForEvent('page');
    await card(ben, 'Budget').getByRole('button', {name: 'Join in the browser'}).click();
    const tab = await opened;
    expect(await tab.getByLabel('Your name').inputValue()).toBe('Ben Okafor');
    await tab.getByRole('button', {name: 'Join meeting'}).click();
    await tab.getByText('You are in the meeting.').waitFor();
    expect(lastJoin()).toMatchObject({code: 0, request: {userName: 'Ben Okafor'}});
    await page.goto(`${siteUrl()}/as/zoe/`);
    const refused = await page.goto(link.replace(siteUrl(), `${siteUrl()}/as/zoe`));
    expect(refused?.status()).toBe(403);
    await page.getByText("Only members of the card's channel can join from here").waitFor();
  });
});
