import {request as httpRequest} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {AccountChanges} from '../../../../sandbox/zoom/state/records.js';
import {consent} from '../../../support/zoom-consent.js';
import {type GeneralAppUnderTest, REDIRECT, startGeneralApp} from './general-app-under-test.js';

let app: GeneralAppUnderTest;
beforeEach(async () => {
  app = await startGeneralApp();
});
afterEach(() => app.simulator.close());

const pageOf = async (address: string): Promise<string> => (await fetch(address)).text();
const said = (address: string, as = app.ana.email): Promise<string> =>
  consent(address, {as}).then(String, (error: Error) => error.message);

describe('Somebody who is sent to Zoom', () => {
  it('signs in, allows it, and comes back with a code and the state as it was', async () => {
    const back = await consent(app.authorizeUrl({state: 'a state & "more"'}), {as: app.ana.email});
    expect(`${back.origin}${back.pathname}`).toBe(REDIRECT);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      code: expect.stringMatching(/^[\w-]{32}$/),
      state: 'a state & "more"',
    });
  });

  it('declines, and comes back with the refusal', async () => {
    const back = await consent(app.authorizeUrl(), {as: app.ana.email, allow: false});
    expect(Object.fromEntries(back.searchParams)).toEqual({error: 'access_denied', state: 'the state'});
    expect(app.simulator.consents).toEqual([]);
  });

  it('reads who asks for what in whose name, without markup of theirs', async () => {
    const mallory = app.simulator.addUser({email: 'm@example.org', firstName: '<b>M', lastName: '"&'});
    expect(await pageOf(app.authorizeUrl())).toContain('&lt;b&gt;M &quot;&amp;');
    const page = await pageOf(app.authorizeUrl({user: mallory.id}));
    expect(page).toContain('Zoom for Mattermost requests access to your Zoom account');
    expect(page).toContain('You are signed in as &lt;b&gt;M &quot;&amp;, m@example.org.');
    expect(page).toContain('<li>Create a meeting for a user</li>');
  });

  it('reads that it is about everybody where an admin authorises for the account', async () => {
    app.simulator.changeAccount({appType: 'general_admin'});
    app.simulator.changeUser(app.ana.id, {role: 'admin'});
    const page = await pageOf(app.authorizeUrl({user: app.ana.id}));
    expect(page).toContain('requests access to your whole Zoom account');
    expect(page).toContain('Create a meeting for a user, for everybody in the account');
  });

  it('goes on with one press as long as their consent stands, and can still be asked anew', async () => {
    await app.connect();
    expect(await pageOf(app.authorizeUrl())).toContain('Continue as Ana Lima');
    expect((await consent(app.authorizeUrl(), {as: app.ana.email})).searchParams.has('code')).toBe(true);
    const back = await consent(app.authorizeUrl(), {as: app.ana.email, allow: false});
    expect(back.searchParams.get('error')).toBe('access_denied');
    app.simulator.revokeConsent(app.ana.email);
    expect(await pageOf(app.authorizeUrl())).not.toContain('Continue as');
  });
});

describe('Zoom keeps the browser, and says why,', () => {
  it.each<[string, Record<string, string | undefined>, string]>([
    ['a client it does not know', {client_id: 'nobody'}, 'Invalid client_id: nobody (4,702)'],
    ['no client', {client_id: undefined}, 'Invalid client_id:'],
    ['a longer redirect address', {redirect_uri: `${REDIRECT}/`}, `Invalid redirect: ${REDIRECT}/ (4,709)`],
    ['no redirect address', {redirect_uri: undefined}, 'Invalid redirect:'],
    ['another response type', {response_type: 'token'}, 'Unsupported response_type'],
    ['a plain challenge', {code_challenge_method: 'plain'}, 'Unsupported code_challenge_method'],
    ['a challenge of no method', {code_challenge_method: undefined}, 'Unsupported code_challenge_method'],
  ])('for %s', async (_what, changes, text) => {
    expect(await said(app.authorizeUrl(changes))).toContain(text);
  });

  it.each<[string, AccountChanges, string]>([
    ['a Server-to-Server app', {appType: 'server_to_server'}, 'nobody can authorize it. (4,705)'],
    ['an app that is not activated', {isActivated: false}, 'The app has been disabled. (4,717)'],
    ['an app that only admins authorise', {appType: 'general_admin'}, 'only an admin or the owner'],
    ['an app that the admin has not approved', {isPreApproved: false}, 'has not approved this app'],
  ])('for %s', async (_what, changes, text) => {
    app.simulator.changeAccount(changes);
    expect(await said(app.authorizeUrl())).toContain(text);
    expect(app.simulator.consents).toEqual([]);
  });

  it('for people of another account, unless the app is published', async () => {
    app.simulator.addUser({email: 'eve@example.net', accountId: 'another'});
    expect(await said(app.authorizeUrl(), 'eve@example.net')).toContain('only people of the developer’s own');
    app.simulator.changeAccount({isPublished: true});
    expect(await said(app.authorizeUrl(), 'eve@example.net')).toContain('code=');
  });

  it.each<[string, (ana: string) => unknown]>([
    ['has left', (ana) => app.simulator.removeUser(ana)],
    ['was deactivated', (ana) => app.simulator.changeUser(ana, {status: 'inactive'})],
  ])('for somebody who %s meanwhile', async (_what, happens) => {
    const address = app.authorizeUrl({user: app.ana.id});
    happens(app.ana.id);
    expect(await pageOf(address)).toContain('There is no such user in Zoom');
  });
});

it('A decision is a form that was sent, and from no page but Zoom’s own', async () => {
  const fields = new URL(app.authorizeUrl({user: app.ana.id, decision: 'allow'})).searchParams;
  const {port, host} = new URL(app.simulator.url);
  const send = (method: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const path = `/oauth/authorize${method === 'GET' ? `?${fields.toString()}` : ''}`;
      httpRequest({host: '127.0.0.1', port, method, path, headers}, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end(method === 'GET' ? undefined : fields.toString());
    });
  const form = {'Content-Type': 'application/x-www-form-urlencoded'};
  expect(await send('GET', {Host: host})).toBe(200);
  expect(await send('GET', {Host: `evil.example:${port}`})).toBe(403);
  expect(await send('POST', {...form, Host: host, Origin: 'https://evil.example'})).toBe(403);
  expect(app.simulator.consents).toEqual([]);
  expect(await send('POST', {...form, Host: host, Origin: app.simulator.url})).toBe(302);
});
