import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {type GeneralAppUnderTest, startGeneralApp} from './general-app-under-test.js';

let app: GeneralAppUnderTest;
beforeEach(async () => {
  app = await startGeneralApp();
});
afterEach(() => app.simulator.close());

describe('An answer of the token endpoint goes wrong', () => {
  it('by a part that is missing, and by others than were asked for', async () => {
    app.simulator.fault({
      route: 'token',
      fault: {kind: 'change', fields: {expires_in: -1, scope: 'phone:read'}, without: ['refresh_token']},
    });
    expect(await app.connect()).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: -1,
      scope: 'phone:read',
      api_url: app.simulator.url,
    });
  });

  it('for one kind of grant alone, others do not count', async () => {
    const fault = {kind: 'answer', status: 503} as const;
    app.simulator.fault({route: 'token', grant: 'refresh_token', fault, skip: 1});
    const {refresh_token: first} = await app.connect();
    const {json} = await app.refresh(first);
    await app.exchange(await app.code());
    await expect(app.refresh(json.refresh_token)).rejects.toThrow('JSON');
    expect(app.simulator.requests.at(-1)?.status).toBe(503);
  });

  it('after the refresh token was exchanged: the pair is lost', async () => {
    const {refresh_token: token} = await app.connect();
    app.simulator.fault({route: 'token', fault: {kind: 'reset', afterwards: true}});
    await expect(app.refresh(token)).rejects.toThrow('fetch failed');
    expect((await app.refresh(token)).json.reason).toBe('Invalid Token!');
  });
});

it('The log tells by which grant a token was asked for, and holds no code, token or verifier', async () => {
  const code = await app.code();
  const {json: first} = await app.exchange(code);
  const {json: second} = await app.refresh(first.refresh_token);
  await app.post('token', {grant_type: second.access_token});
  await app.post('revoke', {token: second.access_token});
  await fetch(`${app.simulator.url}/oauth/token?grant_type=refresh_token&refresh_token=${code}`, {
    method: 'POST',
  });
  const log = app.simulator.requests;
  expect(log.map(({route, grant}) => [route, grant])).toEqual([
    ['token', 'authorization_code'],
    ['token', 'refresh_token'],
    ['token', 'other'],
    ['revoke', undefined],
    ['token', 'refresh_token'],
  ]);
  const written = JSON.stringify(log);
  for (const secret of [code, first.refresh_token, second.access_token]) {
    expect(written).not.toContain(secret);
  }
});
