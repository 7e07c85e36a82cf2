import {afterEach, describe, expect, it} from '@jest/globals';
import type {SignInRefusal} from '../../../../server/core/domain/zoom-connection.js';
import {answerJson} from '../../../support/fault-server.js';
import {errorOf, noHurry, startZoomUnderTest, type ZoomUnderTest} from './zoom-under-test.js';

let running: ZoomUnderTest;
afterEach(() => running.server.close());

const found = answerJson(200, {id: 'user-1'});
const tokenWith = (fields: object) => answerJson(200, {access_token: 'canary-token', ...fields});

describe('Signing in', () => {
  it.each([
    ['blanks', 'user:read:user:admin meeting:write:meeting:admin'],
    ['commas', 'user:read:user:admin, meeting:write:meeting:admin'],
  ])('tells the scopes of the app, separated by %s, and asks for nothing else', async (_how, scope) => {
    running = await startZoomUnderTest({api: found, token: tokenWith({scope})});
    expect(await running.zoom.as({kind: 'server'}, noHurry()).signIn()).toEqual({
      scopes: ['user:read:user:admin', 'meeting:write:meeting:admin'],
    });
    expect(running.server.requests).toEqual(['POST /oauth/token']);
  });

  it('lets Zoom see the token where nothing else proves it', async () => {
    running = await startZoomUnderTest({api: found, token: tokenWith({})});
    expect(await running.zoom.as({kind: 'server'}, noHurry()).signIn()).toEqual({scopes: undefined});
    expect(running.server.requests).toEqual([
      'POST /oauth/token',
      expect.stringMatching(/^GET .*\/users\/me$/),
    ]);
  });

  it.each([
    [404, {code: 1001, message: 'User does not exist: me.'}],
    [400, {code: 4711, message: 'Invalid access token, does not contain scopes:[user:read:user].'}],
    [403, {code: 403, message: 'No permission.'}],
  ])('has worked when Zoom answers the first question with %d %j', async (status, body) => {
    running = await startZoomUnderTest({api: answerJson(status, body), token: tokenWith({})});
    expect(await running.zoom.as({kind: 'server'}, noHurry()).signIn()).toEqual({scopes: undefined});
  });

  it("ends at its caller's deadline", async () => {
    running = await startZoomUnderTest({api: found, token: () => undefined});
    const caller = new AbortController();
    const failed = errorOf(running.zoom.as({kind: 'server'}, caller.signal).signIn());
    caller.abort();
    expect((await failed).problem).toEqual({kind: 'timeout'});
  });

  it('has not worked when Zoom does not take the token', async () => {
    const api = answerJson(400, {code: 200, message: 'Invalid api key or secret.'});
    running = await startZoomUnderTest({api, token: tokenWith({})});
    expect((await errorOf(running.zoom.as({kind: 'server'}, noHurry()).signIn())).problem).toEqual({
      kind: 'unauthorized',
      because: 'app-type',
    });
  });

  it.each<[because: SignInRefusal | undefined, status: number, body: object]>([
    ['client', 400, {reason: 'Invalid client_id or client_secret', error: 'invalid_client'}],
    ['client', 401, {code: 4702, reason: 'Invalid client'}],
    ['request', 400, {reason: 'Bad Request', error: 'invalid_request'}],
    ['grant', 400, {reason: 'Invalid account ID', error: 'invalid_grant'}],
    ['app-type', 400, {reason: 'unsupported grant type', error: 'unsupported_grant_type'}],
    ['app-type', 400, {code: 4705, reason: 'Unsupported grant type', error: 'invalid_request'}],
    ['app-disabled', 400, {reason: 'The app has been disabled.', error: 'invalid_client'}],
    ['app-disabled', 401, {code: 4717, reason: 'App'}],
    ['no-jwt', 400, {code: 200, message: 'Account does not enabled REST API.'}],
    [undefined, 401, {code: 124}],
  ])('says why it failed: %s for %d %j', async (because, status, body) => {
    running = await startZoomUnderTest({api: found, token: answerJson(status, body)});
    const {problem, logFields} = await errorOf(running.zoom.as({kind: 'server'}, noHurry()).signIn());
    expect(problem).toEqual({kind: 'unauthorized', ...(because !== undefined && {because})});
    expect(JSON.stringify(logFields)).not.toContain('canary');
  });
});
