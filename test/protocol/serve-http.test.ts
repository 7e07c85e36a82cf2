import {describe, expect, it} from '@jest/globals';
import {createHash, randomBytes} from 'node:crypto';
import {Readable} from 'node:stream';
import type {HttpListener} from '../../server/protocol/serve-http/create-http-server.js';
import {requestOf, serve} from '../support/serve-in-process.js';

const echo: HttpListener = async (request, response) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  response.setHeader('Content-Type', 'application/octet-stream');
  response.setHeader('X-Sha', createHash('sha256').update(body).digest('hex'));
  response.end(body);
};

const sizes = [0, 1, 262_143, 262_144, 262_145, 1_048_576];

describe('ServeHTTP', () => {
  describe.each([
    ['with Content-Length', true],
    ['chunked', false],
  ])('bodies %s', (_name, declared) => {
    it.each(sizes)('carries %i bytes there and back', async (size) => {
      const body = randomBytes(size);
      const {response} = await serve(echo, requestOf({method: 'POST', body, declared}));
      expect(response.status).toBe(200);
      expect(Buffer.concat(response.writes).equals(body)).toBe(true);
      expect(response.header['X-Sha']).toEqual([createHash('sha256').update(body).digest('hex')]);
    });
  });

  it.each([1, 262_144])(
    'answers %i bytes with exactly one Write, because some callers keep only the last',
    async (size) => {
      const {response} = await serve((_request, answer) => {
        for (let sent = 0; sent < size; sent += 1024) answer.write(Buffer.alloc(Math.min(1024, size - sent)));
        answer.end();
      });
      expect(response.writes.map(({length}) => length)).toEqual([size]);
    },
  );

  it('streams what is larger', async () => {
    const {response} = await serve((_request, answer) => {
      Readable.from(Array.from({length: 16}, () => Buffer.alloc(65_536))).pipe(answer);
    });
    expect(response.writes.length).toBeGreaterThan(1);
    expect(Buffer.concat(response.writes)).toHaveLength(1_048_576);
  });

  // As many of 1 MB, and over a socket: test/wire/support/raw-http-cases.
  it('carries 32 requests side by side', async () => {
    const bodies = Array.from({length: 32}, () => randomBytes(131_072));
    const answers = await Promise.all(
      bodies.map((body) => serve(echo, requestOf({method: 'POST', body, declared: false}))),
    );
    expect(answers.every(({response}, index) => Buffer.concat(response.writes).equals(bodies[index]!))).toBe(
      true,
    );
  });

  it.each([
    ['192.0.2.1:4711', '192.0.2.1'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['[fe80::1%eth0]:4711', 'fe80::1'],
    ['@', 'nobody known'],
    [undefined, 'nobody known'],
  ])('names who asks as a socket would: %s', async (from, address) => {
    const {response} = await serve(
      ({socket}, answer) => void answer.end(socket.remoteAddress ?? 'nobody known'),
      requestOf(from === undefined ? {} : {from}),
    );
    expect(Buffer.concat(response.writes).toString()).toBe(address);
  });
});
