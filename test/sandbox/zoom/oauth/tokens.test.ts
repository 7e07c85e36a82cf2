import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {AccountChanges} from '../../../../sandbox/zoom/state/records.js';
import {consent} from '../../../support/zoom-consent.js';
import {
  type GeneralAppUnderTest,
  startGeneralApp,
  type TokenAnswer,
  VERIFIER,
} from './general-app-under-test.js';

let app: GeneralAppUnderTest;
beforeEach(async () => {
  app = await startGeneralApp();
});
afterEach(() => app.simulator.close());

const refused = (error: string, reason: string): TokenAnswer => ({
  status: 400,
  json: {error, reason} as TokenAnswer['json'],
});
const INVALID_CODE = refused('invalid_grant', 'Invalid authorization code.');
const INVALID_TOKEN = refused('invalid_grant', 'Invalid Token!');
const REVOKED = refused('invalid_grant', 'The token has been revoked.');
const OWNER_GONE = refused('invalid_grant', 'The owner of the token does not exist.');
const DISABLED_BY_ADMIN = refused('invalid_grant', 'The token is disabled by admin.');
const UNSUPPORTED = refused('unsupported_grant_type', 'unsupported grant type');

const me = async (token: string): Promise<number> => (await app.ask('/users/me', {token})).status;

describe('A code', () => {
  it('becomes two tokens, with the scopes of the consent, none of which is for admins', async () => {
    app.simulator.changeAccount({scopes: ['user:read:user:admin', 'meeting:write:meeting:admin']});
    const {status, json} = await app.exchange(await app.code());
    expect(status).toBe(200);
    expect(json).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 3600,
      scope: 'user:read:user meeting:write:meeting',
      api_url: app.simulator.url,
    });
    expect(app.simulator.consents).toMatchObject([{userId: app.ana.id, status: 'connected'}]);
  });

  it('is good for five minutes', async () => {
    const [first, second] = [await app.code(), await app.code()];
    app.clock.advance(299_999);
    expect((await app.exchange(first)).status).toBe(200);
    app.clock.advance(1);
    expect(await app.exchange(second)).toEqual(refused('invalid_grant', 'Code is expired'));
  });

  it('is good once, and not after an attempt that failed', async () => {
    const code = await app.code();
    await app.exchange(code, {code_verifier: undefined});
    expect(await app.exchange(code)).toEqual(INVALID_CODE);
    expect(await app.exchange('guessed')).toEqual(INVALID_CODE);
  });

  it.each<[string, Record<string, string | undefined>, TokenAnswer]>([
    [
      'another redirect address',
      {redirect_uri: 'https://other.example/'},
      refused('invalid_request', 'Redirect URI mismatch.'),
    ],
    ['no redirect address', {redirect_uri: undefined}, refused('invalid_request', 'Redirect URI mismatch.')],
    ['another verifier', {code_verifier: 'w'.repeat(43)}, INVALID_CODE],
    ['no verifier', {code_verifier: undefined}, INVALID_CODE],
  ])('is not taken with %s', async (_what, changes, answer) => {
    expect(await app.exchange(await app.code(), changes)).toEqual(answer);
  });

  it('outlives the exchange of another of the same person', async () => {
    const [first, second] = [await app.code(), await app.code()];
    await app.exchange(first);
    expect((await app.exchange(second)).status).toBe(200);
    expect(app.simulator.consents.map(({status}) => status)).toEqual(['superseded', 'connected']);
  });

  it('needs no verifier where there was no challenge, and takes none then', async () => {
    const plain = async (): Promise<string> => {
      const address = app.authorizeUrl({code_challenge: undefined, code_challenge_method: undefined});
      return (await consent(address, {as: app.ana.email})).searchParams.get('code') ?? '';
    };
    expect((await app.exchange(await plain(), {code_verifier: undefined})).status).toBe(200);
    expect(await app.exchange(await plain(), {code_verifier: VERIFIER})).toEqual(INVALID_CODE);
  });

  it('is taken from the app alone', async () => {
    const form = {grant_type: 'authorization_code', code: await app.code()};
    const answer = refused('invalid_client', 'Invalid client_id or client_secret');
    expect(await app.post('token', form, `${app.simulator.account.clientId}:guessed`)).toEqual(answer);
  });

  it.each<[string, (ana: string) => unknown, TokenAnswer]>([
    ['the person has left', (ana) => app.simulator.removeUser(ana), OWNER_GONE],
    ['they took it back', (ana) => app.simulator.revokeConsent(ana), INVALID_CODE],
    [
      'the admin wants it no more',
      () => app.simulator.changeAccount({isPreApproved: false}),
      DISABLED_BY_ADMIN,
    ],
    [
      'the app was deactivated',
      () => app.simulator.changeAccount({isActivated: false}),
      refused('invalid_client', 'The app has been disabled.'),
    ],
    [
      'it is an app of another kind now',
      () => app.simulator.changeAccount({appType: 'server_to_server'}),
      UNSUPPORTED,
    ],
  ])('comes to nothing where %s meanwhile', async (_what, happens, answer) => {
    const code = await app.code();
    happens(app.ana.id);
    expect(await app.exchange(code)).toEqual(answer);
  });
});

describe('A refresh token', () => {
  it('becomes the next pair and is dead then, and the access token lives on', async () => {
    const first = await app.connect();
    const {status, json: second} = await app.refresh(first.refresh_token);
    expect(status).toBe(200);
    expect(second).toMatchObject({scope: first.scope, token_type: 'bearer', expires_in: 3600});
    expect(await app.refresh(first.refresh_token)).toEqual(INVALID_TOKEN);
    expect([await me(first.access_token), await me(second.access_token)]).toEqual([200, 200]);
    expect((await app.refresh(second.refresh_token)).status).toBe(200);
  });

  it('works on for as long as Zoom is told to be patient', async () => {
    app.simulator.changeAccount({refreshGraceMs: 10_000});
    const {refresh_token: token} = await app.connect();
    await app.refresh(token);
    app.clock.advance(9_999);
    expect((await app.refresh(token)).status).toBe(200);
    app.clock.advance(1);
    expect(await app.refresh(token)).toEqual(INVALID_TOKEN);
  });

  it('lives for 90 days', async () => {
    const {refresh_token: token} = await app.connect();
    app.clock.advance(90 * 86_400_000 - 1);
    const {json} = await app.refresh(token);
    app.clock.advance(90 * 86_400_000);
    expect(await app.refresh(json.refresh_token)).toEqual(INVALID_TOKEN);
    expect(await app.refresh('guessed')).toEqual(INVALID_TOKEN);
  });

  it.each<[string, (ana: string) => unknown, TokenAnswer]>([
    ['the person took it back', (ana) => app.simulator.revokeConsent(ana), REVOKED],
    ['the person authorised anew', () => app.connect(), REVOKED],
    ['other software got tokens for them', (ana) => app.simulator.issueTokens(ana), REVOKED],
    ['the person has left', (ana) => app.simulator.removeUser(ana), OWNER_GONE],
    [
      'the admin wants it no more',
      () => app.simulator.changeAccount({isPreApproved: false}),
      DISABLED_BY_ADMIN,
    ],
    [
      'the app was deactivated',
      () => app.simulator.changeAccount({isActivated: false}),
      refused('invalid_client', 'The app has been disabled.'),
    ],
    [
      'it is an app of another kind now',
      () => app.simulator.changeAccount({appType: 'server_to_server'}),
      UNSUPPORTED,
    ],
    ['all tokens were made void', () => app.simulator.revokeTokens(), INVALID_TOKEN],
  ])('is refused where %s', async (_what, happens, answer) => {
    const {refresh_token: token} = await app.connect();
    await happens(app.ana.id);
    expect(await app.refresh(token)).toEqual(answer);
  });

  it('outlives a question that was asked anew and not answered to the end', async () => {
    const {refresh_token: token} = await app.connect();
    await app.code();
    expect((await app.refresh(token)).status).toBe(200);
  });

  it('of somebody else is their own', async () => {
    const ben = app.simulator.addUser({email: 'ben@example.org'});
    const {refresh_token: token} = await app.connect();
    await app.connect(ben.email);
    app.simulator.revokeConsent(ben.id);
    expect((await app.refresh(token)).status).toBe(200);
  });
});

describe('A General app', () => {
  it.each<AccountChanges>([{appType: 'general_user'}, {appType: 'general_admin'}])(
    'has no Server-to-Server sign-in: %o',
    async (changes) => {
      app.simulator.changeAccount(changes);
      const form = {grant_type: 'account_credentials', account_id: app.simulator.account.id};
      expect(await app.post('token', form)).toEqual(UNSUPPORTED);
    },
  );
});

describe('Revoking', () => {
  it('ends what the owner of the access token allowed, and no more', async () => {
    const tokens = await app.connect();
    expect(await app.post('revoke', {token: tokens.refresh_token})).toEqual({
      status: 200,
      json: {status: 'success'},
    });
    expect(await me(tokens.access_token)).toBe(200);
    expect((await app.post('revoke', {token: tokens.access_token})).json).toEqual({status: 'success'});
    expect(await me(tokens.access_token)).toBe(401);
    expect(await app.refresh(tokens.refresh_token)).toEqual(REVOKED);
  });

  it('of a token that was superseded leaves its successor alone', async () => {
    const former = await app.connect();
    const {access_token: token} = await app.connect();
    await app.post('revoke', {token: former.access_token});
    expect(await me(token)).toBe(200);
  });

  it('is for the app alone', async () => {
    const {access_token: token} = await app.connect();
    expect((await app.post('revoke', {token}, 'somebody:else')).json.error).toBe('invalid_client');
    expect(await me(token)).toBe(200);
  });
});
