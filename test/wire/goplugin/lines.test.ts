import {PassThrough} from 'node:stream';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {readLines} from '../../../server/lib/read-lines.js';
import {formatHandshake, parseHandshake} from '../../../server/wire/goplugin/handshake.js';
import {parseLogLine} from '../../../server/wire/goplugin/log-line.js';

describe('the handshake', () => {
  it('says where the plugin listens, in one line', () => {
    expect(formatHandshake({network: 'unix', address: '/tmp/plugin1'})).toBe(
      '1|1|unix|/tmp/plugin1|netrpc|\n',
    );
  });

  it.each([
    ['1|1|unix|/tmp/plugin1|netrpc|', {network: 'unix', address: '/tmp/plugin1'}],
    ['1|1|tcp|127.0.0.1:10000|netrpc|', {network: 'tcp', address: '127.0.0.1:10000'}],
    [' 1|1|unix|/a \r', {network: 'unix', address: '/a'}],
  ])('is read from %j', (line, handshake) => {
    expect(parseHandshake(line)).toEqual(handshake);
  });

  it.each([
    '',
    'hello',
    '2|1|unix|/a|netrpc|',
    '1|2|unix|/a',
    '1|1|udp|/a',
    '1|1|unix||netrpc',
    '1|1|unix|/a|grpc|',
  ])('is not read from %j', (line) => {
    expect(() => parseHandshake(line)).toThrow('not a handshake of this protocol');
  });
});

describe('a line of the log', () => {
  const time = '2026-11-23T03:18:12.534000Z';

  it.each([
    [
      '{"@level":"error","@message":"no","@timestamp":"' + time + '","user":"u1"}',
      'error',
      'no',
      {user: 'u1'},
    ],
    ['[INFO] hello', 'info', '[INFO] hello', {}],
    ['hello', 'debug', 'hello', {}],
  ])('is understood: %s', (line, level, message, fields) => {
    expect(parseLogLine(line)).toEqual({level, message, fields});
  });

  it.each([
    '{"@level":"error","@message":"no","@timestamp":"2026-11-23T03:18:12.534Z"}',
    '{"@level":"error","@timestamp":"' + time + '"}',
    '{"@level":"error"',
    '{}',
  ])('is a debug message as a whole, as in Go: %s', (line) => {
    expect(parseLogLine(line)).toEqual({level: 'debug', message: line, fields: {}});
  });
});

describe('lines of a stream', () => {
  it('are the same however the stream is cut', async () => {
    const lines = fc.array(
      fc.string({unit: 'grapheme', maxLength: 20}).map((line) => line.replaceAll(/[\r\n]/g, '')),
    );
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({min: 1, max: 5}), async (expected, size) => {
        const stream = new PassThrough();
        const seen: string[] = [];
        readLines(stream, 1000, (line) => seen.push(line));
        const bytes = Buffer.from(expected.map((line) => `${line}\n`).join(''));
        for (let at = 0; at < bytes.length; at += size) stream.write(bytes.subarray(at, at + size));
        await new Promise<void>((resolve) => stream.on('end', resolve).end());
        expect(seen).toEqual(expected);
      }),
    );
  });

  it('are cut where they are too long, and the last needs no end', async () => {
    const stream = new PassThrough();
    const seen: string[] = [];
    readLines(stream, 4, (line) => seen.push(line));
    await new Promise<void>((resolve) => stream.on('end', resolve).end('1234567890\nabcd\r\nend'));
    expect(seen).toEqual(['1234', '5678', '90', 'abcd', 'end']);
  });
});
