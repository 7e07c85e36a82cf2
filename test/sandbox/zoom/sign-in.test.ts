import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {SignJWT} from 'jose';
import type {SimulatedUser} from '../../../sandbox/zoom/state/records.js';
import {requestToken, type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

let under: SimulatorUnderTest;
let ana: SimulatedUser;

beforeEach(async () => {
  under = await startSimulatorUnderTest();
  ana = under.simulator.addUser({email: 'ana@example.org', firstName: 'Ana', lastName: 'Lima'});
});
afterEach(() => under.simulator.close());

const instant = {type: 1, topic: 'Weekly', settings: {use_pmi: false}};
const create = (options = {}) =>
  under.ask(`/users/${ana.id}/meetings`, {method: 'POST', body: instant, ...options});

describe('The token endpoint', () => {
  it('gives a token for an hour, with the scopes of the app', async () => {
    const answer = await requestToken(under.simulator);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 3600,
      scope: under.simulator.account.scopes.join(' '),
      api_url: under.simulator.url,
    });
  });

  it.each([
    ['another secret', {client: 'me:guessed'}, 'invalid_client'],
    ['another account', {form: {account_id: 'somebody'}}, 'invalid_grant'],
    ['an unknown grant', {form: {grant_type: 'password'}}, 'unsupported_grant_type'],
  ])('refuses %s', async (_what, changes, error) => {
    const answer = await requestToken(under.simulator, changes);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({error});
  });

  it.each([
    ['an app of another kind', {appType: 'general_user'}, 'unsupported_grant_type'],
    ['an app that is not activated', {isActivated: false}, 'invalid_client'],
  ] as const)('refuses %s', async (_what, change, error) => {
    Object.assign(under.simulator.account, change);
    const answer = await requestToken(under.simulator);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({error});
  });

  it('answers the wrong grant with a token that no API takes', async () => {
    const answer = await requestToken(under.simulator, {form: {grant_type: 'client_credentials'}});
    const {access_token: token} = (await answer.json()) as {access_token: string};
    expect(await under.ask('/users/me', {token})).toMatchObject({status: 400, json: {code: 200}});
  });
});

describe('A token', () => {
  it('dies after an hour', async () => {
    const token = await under.signIn();
    under.clock.advance(3_599_999);
    expect((await under.ask(`/users/${ana.email}`, {token})).status).toBe(200);
    under.clock.advance(1);
    expect(await under.ask(`/users/${ana.email}`, {token})).toMatchObject({status: 401, json: {code: 124}});
  });

  it('dies when it is revoked', async () => {
    const token = await under.signIn();
    under.simulator.revokeTokens();
    expect(await under.ask(`/users/${ana.email}`, {token})).toMatchObject({status: 401, json: {code: 124}});
  });

  it('is not taken from the query', async () => {
    const token = await under.signIn();
    expect(await under.ask(`/users/${ana.email}?access_token=${token}`, {token})).toMatchObject({
      status: 401,
      json: {code: 124},
    });
  });

  it('has the scopes of the moment in which it was issued, and a refusal names those missing', async () => {
    under.simulator.account.scopes = ['user:read:user:admin'];
    const token = await under.signIn();
    under.simulator.account.scopes = ['user:read:user:admin', 'meeting:write:meeting:admin'];
    expect(await create({token})).toMatchObject({
      status: 400,
      json: {
        code: 4711,
        message: expect.stringContaining('[meeting:write:meeting, meeting:write:meeting:admin]'),
      },
    });
    expect((await create()).status).toBe(201);
  });
});

describe('A JWT app', () => {
  const sign = (claims: {iss?: string; exp?: number}, secret = under.simulator.account.apiSecret) =>
    new SignJWT({iss: under.simulator.account.apiKey, exp: under.clock.now() / 1000 + 60, ...claims})
      .setProtectedHeader({alg: 'HS256', typ: 'JWT'})
      .sign(new TextEncoder().encode(secret));
  const look = async (token: Promise<string>) => under.ask(`/users/${ana.email}`, {token: await token});

  it('may do everything', async () => {
    under.simulator.account.scopes = [];
    expect((await look(sign({}))).status).toBe(200);
  });

  it('is refused when it has expired, was signed by another, or expires in milliseconds', async () => {
    for (const token of [
      sign({exp: under.clock.now() / 1000 - 1}),
      sign({}, 'another secret'),
      sign({iss: 'another key'}),
      sign({exp: under.clock.now() + 10_000}),
    ]) {
      expect(await look(token)).toMatchObject({status: 401, json: {code: 124}});
    }
  });

  it('is told when Zoom has switched it off', async () => {
    under.simulator.account.acceptsJwt = false;
    expect(await look(sign({}))).toMatchObject({
      status: 400,
      json: {code: 200, message: 'Account does not enabled REST API.'},
    });
  });
});
