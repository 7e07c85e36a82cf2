import {once} from 'node:events';
import type {Server} from 'node:http';
import {connect, type Socket} from 'node:net';
import {text} from 'node:stream/consumers';
import {afterEach, describe, expect, it} from '@jest/globals';
import {listen, stopListening} from '../../../server/hosts/standalone/http/listen.js';

let server: Server;
let answers: (() => void)[];
/** Answers `/slow` when it is told to, and everything else at once. */
const open = async (limits: {perAddress: number; inAll: number}): Promise<void> => {
  answers = [];
  server = await listen(
    (request, response) => {
      if (request.url === '/slow') answers.push(() => response.end('slow'));
      else response.end('quick');
    },
    {host: '127.0.0.1', port: 0},
    limits,
  );
};
afterEach(() => stopListening(server)());

const from = async (localAddress: string): Promise<Socket> => {
  const {port} = server.address() as {port: number};
  const socket = connect({port, host: '127.0.0.1', localAddress});
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
};
const ask = (socket: Socket, path: string): void => {
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
};
const answered = async (socket: Socket): Promise<string> => String((await once(socket, 'data'))[0]);
const closed = (socket: Socket): Promise<unknown> =>
  socket.destroyed ? Promise.resolve() : once(socket, 'close');

describe('connections to the service', () => {
  it('of one address make room for each other: the one that is idle longest goes', async () => {
    await open({perAddress: 3, inAll: 100});
    const [first, second, third] = [
      await from('127.0.0.1'),
      await from('127.0.0.1'),
      await from('127.0.0.1'),
    ];
    ask(first, '/');
    await answered(first);
    const gone = closed(second);
    const fourth = await from('127.0.0.1');
    await gone;
    for (const socket of [first, third, fourth]) {
      ask(socket, '/');
      expect(await answered(socket)).toContain('quick');
    }
  });

  it('whose request is being answered are never closed for others: then the new one is', async () => {
    await open({perAddress: 2, inAll: 100});
    const busy = [await from('127.0.0.1'), await from('127.0.0.1')];
    for (const socket of busy) ask(socket, '/slow');
    while (answers.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await closed(await from('127.0.0.1'));
    const other = await from('127.0.0.2');
    ask(other, '/');
    expect(await answered(other)).toContain('quick');
    for (const answer of answers) answer();
    expect(await Promise.all(busy.map(answered))).toEqual([
      expect.stringContaining('slow'),
      expect.stringContaining('slow'),
    ]);
  });

  it('that hold all places without asking anything keep out nobody', async () => {
    await open({perAddress: 5, inAll: 10});
    for (const address of ['127.0.0.1', '127.0.0.2', '127.0.0.3']) {
      for (let index = 0; index < 8; index++) await from(address);
    }
    const newcomer = await from('127.0.0.9');
    ask(newcomer, '/');
    expect(await answered(newcomer)).toContain('quick');
  });

  it('that ask for nothing at all are closed after seconds', async () => {
    await open({perAddress: 5, inAll: 10});
    const silent = await from('127.0.0.1');
    expect(await text(silent)).toMatch(/^(HTTP\/1\.1 408 |$)/);
  }, 30_000);
});
