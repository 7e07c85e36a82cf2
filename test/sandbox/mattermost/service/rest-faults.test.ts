import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {RestCallRecord} from '../../../../sandbox/mattermost/records.js';
import {ANA, type ChatUnderTest, refusal, startChat, TOWN} from './chat-under-test.js';

let chat: ChatUnderTest;
beforeEach(async () => {
  chat = await startChat();
  await chat.bot.addToChannel(chat.botId, TOWN);
  chat.mattermost.faults.resetCalls();
});
afterEach(() => chat.close());

const post = () => chat.bot.createPost({channel_id: TOWN, message: 'Hello'});
const posts = () => [...chat.mattermost.state.posts.values()].length;

describe('The calls of a service', () => {
  it('are noted by route, with what they were answered', async () => {
    const {faults} = chat.mattermost;
    const {id} = await post();
    await chat.bot.patchPost({id, message: 'New'});
    await refusal(chat.bot.getUser('nobody'));
    expect(faults.calls()).toEqual([
      {method: 'POST', path: '/posts', status: 201},
      {method: 'PUT', path: '/posts/:post_id/patch', status: 200},
      {method: 'GET', path: '/users/:user_id', status: 404},
    ]);
    expect(faults.count('POST /posts')).toBe(1);
    faults.resetCalls();
    expect(faults.calls()).toEqual([]);
  });

  it('are told to who watches, when they are answered', async () => {
    const answered: RestCallRecord[] = [];
    chat.mattermost.onChange((change) => {
      if (change.kind === 'rest-call') answered.push(change.call);
    });
    await chat.bot.getUser(ANA);
    expect(answered).toEqual([{method: 'GET', path: '/users/:user_id', status: 200}]);
  });

  it('are refused as often as the test says, on the route that it names', async () => {
    chat.mattermost.faults.add('POST /posts', {kind: 'refuse', status: 503}, {skip: 1, times: 2});
    await post();
    expect(await refusal(post())).toEqual([503, 'app.sandbox.refused']);
    expect(await refusal(post())).toEqual([503, 'app.sandbox.refused']);
    await chat.bot.getUser(ANA);
    await post();
    expect(posts()).toBe(2);
  });

  it('are limited, with the time to wait', async () => {
    chat.mattermost.faults.add('*', {kind: 'rate-limit', seconds: 7}, {times: 1});
    const answer = await fetch(`${chat.mattermost.siteUrl}/api/v4/system/ping`);
    expect([answer.status, await answer.text()]).toEqual([429, 'limit exceeded\n']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'retry-after': '7',
      'x-ratelimit-reset': '7',
      'x-ratelimit-remaining': '0',
    });
    expect((await fetch(`${chat.mattermost.siteUrl}/api/v4/system/ping`)).status).toBe(200);
  });

  it('meet a proxy that answers in HTML, of which Mattermost’s client makes an error without a status', async () => {
    chat.mattermost.faults.add('POST /posts', {kind: 'proxy', status: 502}, {times: 1});
    expect(await refusal(post())).toEqual([undefined, undefined]);
    expect(chat.mattermost.faults.calls()).toMatchObject([{status: 502}]);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('lose their answer %s they are carried out', async (moment, made) => {
    chat.mattermost.faults.add('POST /posts', {kind: 'silence', moment}, {times: 1});
    await expect(post()).rejects.toThrow('fetch failed');
    expect(posts()).toBe(made);
    expect(chat.mattermost.faults.calls()).toMatchObject([{status: 0}]);
  });

  it('hang until the faults are lifted, and are then carried out', async () => {
    chat.mattermost.faults.add('POST /posts', {kind: 'hang'});
    let isAnswered = false;
    const hanging = post().then(() => {
      isAnswered = true;
    });
    await chat.bot.getUser(ANA);
    expect([isAnswered, posts()]).toEqual([false, 0]);
    chat.mattermost.faults.lift();
    await hanging;
    expect(posts()).toBe(1);
  });

  it('fail on no route that there is not', () => {
    expect(() => chat.mattermost.faults.add('GET /nowhere', {kind: 'hang'})).toThrow(
      'The REST API of the sandbox has no route GET /nowhere.',
    );
  });
});
