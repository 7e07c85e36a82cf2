import {afterEach, describe, expect, it} from '@jest/globals';
import {answerJson, type Behaviour} from '../../../support/fault-server.js';
import {
  CALLS,
  errorOf,
  goodToken,
  hostWith,
  noHurry,
  startZoomUnderTest,
  type ZoomUnderTest,
} from './zoom-under-test.js';

let running: ZoomUnderTest;
afterEach(() => running.server.close());

const found = answerJson(200, {id: 'user-1'});
const dead = answerJson(401, {code: 124, message: 'Access token is expired.'});

/** Tokens `token-1`, `token-2`, … */
function numberedTokens(expiresIn: unknown = 3600): Behaviour {
  let issued = 0;
  return (request, response) => {
    issued += 1;
    answerJson(200, {access_token: `token-${issued}`, expires_in: expiresIn})(request, response);
  };
}

/** Takes one token and refuses all others as dead. */
const onlyWith =
  (token: string): Behaviour =>
  (request, response) =>
    (request.headers.authorization === `Bearer ${token}` ? found : dead)(request, response);

const tokenRequests = () => running.server.requests.filter((request) => request.endsWith('/oauth/token'));
const look = () => CALLS.findUser(running.zoom, noHurry());

describe('The token of the account', () => {
  it('is asked for with the client in the header and the account in the form', async () => {
    const seen: string[] = [];
    running = await startZoomUnderTest({
      api: found,
      token: (request, response) => {
        seen.push(`${request.headers.authorization} ${request.headers['content-type']}`);
        goodToken(request, response);
      },
    });
    await look();
    const basic = Buffer.from('client-1:canary-client-secret').toString('base64');
    expect(seen).toEqual([`Basic ${basic} application/x-www-form-urlencoded`]);
    expect(tokenRequests()).toEqual(['POST /oauth/token']);
  });

  it('is kept until two minutes before its end', async () => {
    running = await startZoomUnderTest({api: found, token: numberedTokens()});
    await look();
    running.clock.pass(3_479_999);
    await look();
    expect(tokenRequests()).toHaveLength(1);
    running.clock.pass(1);
    await look();
    expect(tokenRequests()).toHaveLength(2);
  });

  it.each([null, 'soon', -1, 1e12])(
    'lives no longer than an hour, even where Zoom says %p',
    async (expiresIn) => {
      running = await startZoomUnderTest({api: found, token: numberedTokens(expiresIn)});
      await look();
      running.clock.pass(3_600_000);
      await look();
      expect(tokenRequests()).toHaveLength(2);
    },
  );

  it('is asked for once by twenty calls at the same time', async () => {
    running = await startZoomUnderTest({api: found, token: numberedTokens()});
    await Promise.all(Array.from({length: 20}, look));
    expect(tokenRequests()).toHaveLength(1);
  });

  it('is renewed once for twenty calls that all find it dead', async () => {
    running = await startZoomUnderTest({api: onlyWith('token-2'), token: numberedTokens()});
    expect(await Promise.all(Array.from({length: 20}, look))).toEqual(Array(20).fill({id: 'user-1'}));
    expect(tokenRequests()).toHaveLength(2);
  });

  it('is renewed even for a POST: a request with a dead token has done nothing', async () => {
    running = await startZoomUnderTest({
      token: numberedTokens(),
      api: (request, response) => {
        const created = answerJson(201, {id: 1, join_url: 'https://zoom.us/j/1?pwd=x'});
        (request.headers.authorization === 'Bearer token-2' ? created : dead)(request, response);
      },
    });
    expect(
      await running.zoom.as(hostWith('user-1'), noHurry()).createMeeting({topic: 'Weekly'}),
    ).toMatchObject({number: '1'});
  });

  it('is another after a missing scope, which may have been granted by then', async () => {
    running = await startZoomUnderTest({
      token: numberedTokens(),
      api: answerJson(400, {code: 4711, message: 'Invalid access token, does not contain scopes:[a:b].'}),
    });
    await errorOf(look());
    expect(tokenRequests()).toHaveLength(1);
    await errorOf(look());
    expect(tokenRequests()).toHaveLength(2);
  });

  it('goes to the configured address, whatever address Zoom names with it', async () => {
    const elsewhere = await startZoomUnderTest({api: found});
    running = await startZoomUnderTest({
      api: found,
      token: answerJson(200, {access_token: 'token-1', expires_in: 3600, api_url: elsewhere.server.url}),
    });
    await look();
    expect(elsewhere.server.requests).toEqual([]);
    await elsewhere.server.close();
  });

  it('is still there for others when the caller that asked for it has given up', async () => {
    const hurried = new AbortController();
    let answer: (() => void) | undefined;
    running = await startZoomUnderTest({
      api: found,
      token: (request, response) => {
        answer = () => goodToken(request, response);
        hurried.abort();
      },
    });
    const patient = look();
    expect((await errorOf(CALLS.findUser(running.zoom, hurried.signal))).problem).toEqual({
      kind: 'timeout',
    });
    answer?.();
    expect(await patient).toEqual({id: 'user-1'});
    expect(tokenRequests()).toHaveLength(1);
  });

  it('is asked for again by the next call after a failure', async () => {
    let calls = 0;
    running = await startZoomUnderTest({
      api: found,
      token: (request, response) => {
        calls += 1;
        (calls === 1 ? answerJson(400, {error: 'invalid_client'}) : goodToken)(request, response);
      },
    });
    expect((await errorOf(look())).problem).toEqual({kind: 'unauthorized', because: 'client'});
    expect(await look()).toEqual({id: 'user-1'});
  });
});
