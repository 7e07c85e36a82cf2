import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {createSandbox, type Sandbox} from '../../../../sandbox/sandbox.js';
import {shared} from '../../../support/shared/shared.js';
import {openTestBrowser, type TestBrowser} from '../../../support/test-browser.js';

let sandbox: Sandbox;
beforeAll(async () => {
  const {folder} = await shared('plugin');
  const page = new Map([['/', {type: 'text/html', body: 'page'}]]);
  sandbox = await createSandbox({pluginDir: folder, buildPage: async () => page});
}, 60_000);
afterAll(() => sandbox.close());

const site = (path: string): string => `${sandbox.mattermost.siteUrl}${path}`;

function open(): TestBrowser {
  const {mattermost} = sandbox;
  return openTestBrowser({
    siteUrl: mattermost.siteUrl,
    routesUrl: `${mattermost.siteUrl}/plugins/zoom`,
    browserSession: (userId) => mattermost.browserSessionOf(userId),
  });
}

/** A route of the plugin that says whether it knows who asks. */
const CLIENT = '/plugins/zoom/api/v1/client';

async function nameOf(browser: TestBrowser): Promise<string> {
  return (await browser.get('/')).location?.split('/').at(-2) ?? '';
}

describe('a browser outside of all seats', () => {
  it('is led to the sign-in page, and from there to where it wanted to go', async () => {
    const browser = open();
    const refused = await browser.get('/plug/zoom/connect?from=chat');
    expect(refused.location).toBe(site('/login?redirect_to=%2Fplug%2Fzoom%2Fconnect%3Ffrom%3Dchat'));

    const page = await browser.follow(refused);
    expect(page.text).toContain('<button name="user" value="ben">Ben Okafor</button>');
    const wanted = /name="redirect_to" value="([^"]*)"/.exec(page.text)?.[1] ?? '';

    const chosen = await browser.post('/login', {user: 'ben', redirect_to: wanted});
    expect(chosen).toMatchObject({status: 303, location: site('/plug/zoom/connect?from=chat')});
    const route = await browser.follow(chosen);
    expect(route.location).toBe(site('/as/ben/plug/zoom/connect?from=chat'));
    expect((await browser.follow(route)).text).toBe('page');
  });

  it('is known to the plugin once somebody is signed in', async () => {
    const browser = open();
    expect((await browser.get(CLIENT)).status).toBe(401);
    await browser.post('/login', {user: 'ana', redirect_to: '/'});
    expect((await browser.get(CLIENT)).status).toBe(200);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    String.raw`/\evil.example/`,
    '/\t/evil.example/',
    'javascript:alert(1)',
    'plug/zoom/connect',
    '',
  ])('is not led away by an address to return to: %j', async (to) => {
    const answer = await open().post('/login', {user: 'ana', redirect_to: to});
    expect(answer).toMatchObject({status: 303, location: site('/')});
  });

  it('stays on this server when the address has an empty folder', async () => {
    const answer = await open().post('/login', {user: 'ana', redirect_to: '/.//evil.example/'});
    expect(answer.headers.get('location')).toBe(site('//evil.example/'));
  });

  it('shows an address to return to as text', async () => {
    const hostile = '/"><script>alert(1)</script>';
    const {text} = await open().get(`/login?${new URLSearchParams({redirect_to: hostile}).toString()}`);
    expect(text).not.toContain('<script>');
  });

  it('is signed in by nobody but its person: not by another site, and not as somebody unknown', async () => {
    const browser = open();
    const forged = await browser.post('/login', {user: 'ada', redirect_to: '/'}, {isCrossSite: true});
    const unknown = await browser.post('/login', {user: 'zoom', redirect_to: '/'});
    expect([forged.status, unknown.status, browser.cookies('/')]).toEqual([403, 403, '']);
  });

  it('is nobody to this server under a name that leads here', async () => {
    const browser = open();
    browser.signIn('ada'.padEnd(26, '0'));
    const opening = {headers: {Host: 'evil.example'}};
    const answers = [await browser.get(CLIENT, opening), await browser.get('/login', opening)];
    expect(answers.map(({status}) => status)).toEqual([401, 404]);
  });
});

describe('a link of the plugin’s that is opened in a seat', () => {
  it('goes on below the Site URL, where its person is signed in then', async () => {
    const browser = open();
    await browser.get('/as/ben/');
    const answer = await browser.get(`/as/ben${CLIENT}`);
    expect(answer).toMatchObject({status: 302, location: site(CLIENT)});
    expect((await browser.follow(answer)).status).toBe(200);
    expect(await nameOf(browser)).toBe('ben');
  });

  it('leaves the other windows to their people', async () => {
    const browser = open();
    for (const person of ['ana', 'ben']) await browser.get(`/as/${person}/`);
    await browser.get(`/as/ben${CLIENT}`);
    const me = await browser.get('/as/ana/api/v4/users/me');
    expect(JSON.parse(me.text)).toMatchObject({username: 'ana'});
  });

  it('goes on as whoever opened one last, when two people share a browser', async () => {
    const browser = open();
    for (const person of ['ana', 'ben']) {
      await browser.get(`/as/${person}/`);
      await browser.get(`/as/${person}${CLIENT}`);
    }
    expect(await nameOf(browser)).toBe('ben');
  });

  it('signs nobody in whose seat is not theirs', async () => {
    const browser = open();
    const answer = await browser.get(`/as/ada${CLIENT}`);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
  });

  it('signs nobody in when it is no page: a script’s request, an image of another site', async () => {
    const browser = open();
    await browser.get('/as/ana/');
    for (const kind of ['empty', 'image']) {
      const answer = await browser.get(`/as/ana${CLIENT}`, {headers: {'Sec-Fetch-Dest': kind}});
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
    }
  });
});
