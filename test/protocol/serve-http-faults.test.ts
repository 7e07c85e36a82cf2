import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {IncomingMessage} from 'node:http';
import type {HttpListener} from '../../server/protocol/serve-http/create-http-server.js';
import {record} from '../../sandbox/mattermost/response-writers.js';
import {anyText} from '../support/any-text.js';
import {connectPlugin} from '../support/in-process-plugin.js';
import {requestOf, serve} from '../support/serve-in-process.js';

const ok: HttpListener = (_request, response) => void response.end('ok');

/** What the listener saw of a request. */
async function seen<T>(look: (request: IncomingMessage) => T, call = requestOf({})): Promise<T | undefined> {
  let result: T | undefined;
  await serve((request, response) => {
    result = look(request);
    response.end();
  }, call);
  return result;
}

describe('what the listener sees', () => {
  it('is method, target and host as the client sent them', async () => {
    const call = requestOf({method: 'DELETE', url: '/api/v1/x?q=a%20b&q=c'});
    expect(await seen(({method, url, headers}) => [method, url, headers.host], call)).toEqual([
      'DELETE',
      '/api/v1/x?q=a%20b&q=c',
      'chat.example.com',
    ]);
  });

  it('A-04: every value of a repeated Mattermost-User-Id', async () => {
    const call = requestOf({header: {'Mattermost-User-Id': ['ada', 'eve']}});
    expect(await seen(({headersDistinct}) => headersDistinct['mattermost-user-id'], call)).toEqual([
      'ada',
      'eve',
    ]);
  });

  it('is UTF-8 in a header as Node gives it: byte by byte', async () => {
    const call = requestOf({header: {'X-Name': ['Zoë']}});
    const value = await seen(({headers}) => String(headers['x-name']), call);
    expect(Buffer.from(value ?? '', 'latin1').toString()).toBe('Zoë');
  });

  it('is nothing of the connection between client and server', async () => {
    const call = requestOf({
      header: {Upgrade: ['websocket'], Connection: ['upgrade'], Expect: ['100-continue']},
    });
    expect(await seen(({headers}) => [headers.upgrade, headers.expect], call)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['http://evil.example/path?x=1', '/path?x=1'],
    ['', '/'],
    ['path', '/path'],
  ])('is a path, also for the address %j', async (url, target) => {
    expect(await seen((request) => request.url, requestOf({url}))).toBe(target);
  });

  it.each(['xDELETE', 'BREW', 'CONNECT', 'GET / HTTP/1.1\r\nX: y'])(
    'is no method %j, which is answered with 501 and no report',
    async (method) => {
      const {response, reports} = await serve(ok, requestOf({method}));
      expect([response.status, reports]).toEqual([501, []]);
    },
  );

  it('is refused with 400 where it would inject a header', async () => {
    const injecting = [
      requestOf({header: {'X-One': ['a\r\nMattermost-User-Id: root']}}),
      requestOf({header: {'X-One: a\r\nX-Two': ['b']}}),
      requestOf({url: '/a HTTP/1.1\r\nX: y'}),
    ];
    for (const call of injecting) {
      let calls = 0;
      const {response} = await serve((_request, answer) => {
        calls += 1;
        answer.end();
      }, call);
      expect([response.status, calls]).toEqual([400, 0]);
    }
  });
});

describe('what the client gets', () => {
  it('is the answer’s headers over those of the server', async () => {
    const {hooks} = connectPlugin({
      onActivate: async () => undefined,
      serveHttp: (_request, response) =>
        void response.writeHead(201, {'set-cookie': ['a=1', 'b=2'], 'x-version': 'ours'}).end(),
    });
    const {response, writer} = record();
    response.header = {'X-Request-Id': ['1'], 'X-Version': ['theirs']};
    await hooks.serveHttp({...requestOf({}), writer});
    expect(response.status).toBe(201);
    expect(response.header).toMatchObject({
      'X-Request-Id': ['1'],
      'X-Version': ['ours'],
      'Set-Cookie': ['a=1', 'b=2'],
    });
    expect(response.header).not.toHaveProperty('Connection');
  });

  it.each([
    [
      'throws',
      (): never => {
        throw new Error('thrown');
      },
    ],
    ['rejects', async (): Promise<never> => Promise.reject(new Error('rejected'))],
  ])('A-07: is 500 when the listener %s', async (_name, listener) => {
    const {response, reports} = await serve(listener);
    expect([response.status, reports]).toEqual([500, ['An HTTP request failed']]);
  });

  it('A-07: is 500 when the listener throws after a part of a small answer', async () => {
    const {response, reports} = await serve(async (_request, answer) => {
      answer.write('half');
      throw new Error('thrown');
    });
    expect(response.status).toBe(500);
    expect(response.writes).toEqual([]);
    expect(reports).toContain('An HTTP request failed');
  });

  it('A-07: ends there when the listener throws in the middle of a large answer', async () => {
    const {response} = await serve(async (_request, answer) => {
      for (let part = 0; part < 8; part += 1) {
        if (!answer.write(Buffer.alloc(65_536)))
          await new Promise((resolve) => answer.once('drain', resolve));
      }
      throw new Error('thrown');
    });
    expect(response.status).toBe(200);
    expect(Buffer.concat(response.writes).length).toBeLessThanOrEqual(8 * 65_536);
  });

  it('comes although the listener does not read the body', async () => {
    const call = requestOf({method: 'POST', body: Buffer.alloc(5_000_000)});
    const {response} = await serve((_request, answer) => void answer.writeHead(413).end('too large'), call);
    expect([response.status, Buffer.concat(response.writes).toString()]).toEqual([413, 'too large']);
  });

  it('comes for HEAD without a body', async () => {
    expect((await serve(ok, requestOf({method: 'HEAD'}))).response).toMatchObject({status: 200, writes: []});
  });
});

describe('a client that goes away', () => {
  it('is seen by the listener as an aborted request, and by nobody else', async () => {
    const header = {'Content-Length': ['100']};
    const call = requestOf({method: 'POST', header, body: Buffer.from('half'), declared: false});
    let tell = (_isComplete: boolean): void => undefined;
    const told = new Promise<boolean>((resolve) => (tell = resolve));
    const {reports} = await serve((request) => {
      request.once('error', () => tell(request.complete));
      request.resume();
    }, call);
    expect(await told).toBe(false);
    expect(reports).toEqual([]);
  });

  it('ends the exchange when its answer can no longer be written', async () => {
    const {hooks, reports} = connectPlugin({onActivate: async () => undefined, serveHttp: ok});
    const {writer} = record();
    const gone = async (): Promise<never> => Promise.reject(new Error('write: broken pipe'));
    await hooks.serveHttp({...requestOf({}), writer: {...writer, Write: gone}});
    expect(reports).toEqual([]);
  });
});

describe('R-08: hostile requests', () => {
  const text = fc.oneof(fc.string(), anyText());
  const anyHeader = fc.dictionary(text, fc.array(text, {maxLength: 3}), {
    maxKeys: 5,
    noNullPrototype: true,
  });

  it('get an answer, whatever they are, and the plugin lives', async () => {
    const {hooks} = connectPlugin({onActivate: async () => undefined, serveHttp: ok});
    await fc.assert(
      fc.asyncProperty(text, text, anyHeader, fc.uint8Array(), async (method, url, header, body) => {
        const {response, writer} = record();
        await hooks.serveHttp({...requestOf({method, url, header, body}), writer});
        expect([200, 400, 431, 501]).toContain(response.status);
      }),
      {numRuns: 300},
    );
    const {response, writer} = record();
    await hooks.serveHttp({...requestOf({}), writer});
    expect(response.status).toBe(200);
  });
});
