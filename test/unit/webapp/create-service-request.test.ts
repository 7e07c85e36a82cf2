import {beforeEach, describe, expect, it} from '@jest/globals';
import {createServiceRequest} from '../../../webapp/api/create-service-request.js';
import type {Request} from '../../../webapp/api/create-request.js';

interface Sent {
  url: string;
  credentials: string | undefined;
  headers: Record<string, string>;
}

let kept: Map<string, string>;
let sent: Sent[];
let answers: {status: number; body: object}[];
let request: Request;
beforeEach(() => {
  kept = new Map();
  sent = [];
  answers = [];
  request = createServiceRequest({
    serviceUrl: 'https://zoom.example.org',
    language: 'de',
    storage: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
    fetch: async (url, {credentials, headers} = {}) => {
      sent.push({
        url: typeof url === 'string' ? url : '',
        credentials,
        headers: headers as Record<string, string>,
      });
      const {status, body} = answers.shift() ?? {status: 200, body: {}};
      return new Response(JSON.stringify(body), {status});
    },
  });
});
const start = () => request('POST', '/plugins/zoom/api/v1/meetings', {channel_id: 'c'});
const asked = (): string[] =>
  sent.map(({url}) => url.replace('https://zoom.example.org/plugins/zoom/api/v1', ''));
const notPaired = {status: 401, body: {code: 'not_paired', message: 'Type …', pairing: 'secret'}};

describe('A browser that asks a service', () => {
  it('hands on what it is told to type, and remembers what it was told to keep', async () => {
    answers = [notPaired];
    expect(await start()).toEqual(notPaired);
    expect([...kept.values()]).toEqual(['secret']);
  });

  it('finds out at the next press whether the code was typed, and acts with its token from then on', async () => {
    answers = [notPaired, {status: 200, body: {token: 'mine'}}, {status: 200, body: {meeting_url: 'u'}}];
    await start();
    expect((await start()).status).toBe(200);
    await start();
    expect(asked()).toEqual(['/meetings', '/pairings/claim', '/meetings', '/meetings']);
    expect(sent.map(({headers}) => headers['Authorization'])).toEqual([
      undefined,
      undefined,
      'Bearer mine',
      'Bearer mine',
    ]);
  });

  it('waits with the same code, and takes a new one when that is gone', async () => {
    answers = [
      notPaired,
      {status: 202, body: {}},
      notPaired,
      {status: 410, body: {}},
      {...notPaired, body: {pairing: 'new'}},
    ];
    await start();
    await start();
    await start();
    expect([...kept.values()]).toEqual(['new']);
  });

  it('never sends the session of the page along, and says in which language to answer', async () => {
    await start();
    expect(sent).toMatchObject([{credentials: 'omit', headers: {'Accept-Language': 'de'}}]);
    expect(Object.keys(sent[0]?.headers ?? {})).not.toContain('X-CSRF-Token');
  });

  it('says that nothing came when nothing did', async () => {
    const silent = createServiceRequest({
      serviceUrl: 'https://zoom.example.org',
      language: 'en',
      storage: {getItem: () => null, setItem: () => undefined, removeItem: () => undefined},
      fetch: () => Promise.reject(new Error('offline')),
    });
    expect(await silent('GET', '/plugins/zoom/api/v1/client')).toEqual({status: 0, body: {}});
  });
});
