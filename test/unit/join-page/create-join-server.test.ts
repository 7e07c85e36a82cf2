import {beforeEach, describe, expect, it} from '@jest/globals';
import {createJoinServer, type Fetch} from '../../../join-page/server/create-join-server.js';

type Init = Parameters<Fetch>[1];

let requests: {address: string; init: Init}[];
let answer: (init: Init) => Promise<Response>;
let timers: (() => void)[];
beforeEach(() => {
  [requests, timers] = [[], []];
});

const server = () =>
  createJoinServer({
    address: '/plugins/zoom/join-page/a-pass',
    language: 'de',
    fetch: async (address, init) => {
      requests.push({address, init});
      return answer(init);
    },
    timer: (_milliseconds, run) => {
      timers.push(run);
      return () => (timers = timers.filter((other) => other !== run));
    },
  });
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) => {
  answer = async () => new Response(JSON.stringify(body), {status, headers});
};
const {signal} = new AbortController();

const meeting = {
  state: 'live',
  kind: 'webinar',
  number: '855',
  topic: 'A',
  text: 'It is on.',
  asks_email: true,
};

describe('What the page asks its server', () => {
  it('is asked below the pass, in the reader’s language, without a cookie', async () => {
    json(meeting);
    expect(await server().meeting(signal)).toEqual({kind: 'answer', value: meeting});
    json({signature: 's', meeting_number: '855', passcode: '', name: 'Zoe'});
    await server().entry({name: 'Zoe', email: 'zoe@example.org'}, signal);
    expect(requests).toMatchObject([
      {
        address: '/plugins/zoom/join-page/a-pass/meeting?lang=de',
        init: {method: 'GET', credentials: 'omit', cache: 'no-store', redirect: 'error'},
      },
      {
        address: '/plugins/zoom/join-page/a-pass/entries?lang=de',
        init: {
          method: 'POST',
          headers: {'Content-Type': 'application/json'},
          body: '{"name":"Zoe","email":"zoe@example.org"}',
        },
      },
    ]);
    expect(timers).toEqual([]);
  });

  it.each([
    ['nothing', 204, ''],
    ['a page of a proxy', 200, '<h1>Welcome</h1>'],
    ['a page of a proxy that fails', 502, '<h1>Bad gateway</h1>'],
    ['null', 200, 'null'],
    ['a state that nobody knows', 200, JSON.stringify({...meeting, state: 'odd'})],
    ['a topic that is none', 200, JSON.stringify({...meeting, topic: 1})],
    ['a problem without a sentence', 404, '{"code":"pass_unknown"}'],
  ])('may answer %s, which is no answer of ours', async (_what, status, body) => {
    answer = async () => new Response(status === 204 ? null : body, {status});
    expect(await server().meeting(signal)).toEqual({kind: 'trouble', status});
  });

  it('says no in a sentence, and when to come back', async () => {
    json({code: 'rate_limited', message: 'Too many.', sign_in_url: 'javascript:alert(1)'}, 429, {
      'Retry-After': '7',
    });
    expect(await server().meeting(signal)).toEqual({
      kind: 'refused',
      refusal: {code: 'rate_limited', message: 'Too many.', retryAfter: 7_000},
    });
  });

  it('gives no link that is more than a link', async () => {
    json({url: 'https://zoom.us/j/1', app_url: 'javascript:alert(1)'});
    expect(await server().link(signal)).toEqual({kind: 'answer', value: {url: 'https://zoom.us/j/1'}});
    json({url: 'javascript:alert(1)'});
    expect(await server().link(signal)).toEqual({kind: 'trouble', status: 200});
    json({...meeting, registration_url: 'data:text/html,x'});
    expect(await server().meeting(signal)).toEqual({kind: 'answer', value: meeting});
  });

  it('cannot be reached, or never answers', async () => {
    answer = async () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await server().meeting(signal)).toEqual({kind: 'offline'});
    answer = ({signal: patience}) =>
      new Promise((_resolve, reject) =>
        patience.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    const asking = server().meeting(signal);
    timers.forEach((run) => run());
    expect(await asking).toEqual({kind: 'offline'});
  });
});
