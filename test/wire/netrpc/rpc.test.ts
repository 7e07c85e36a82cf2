import type {Duplex} from 'node:stream';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {createEncoder} from '../../../server/wire/gob/encoder.js';
import {gob} from '../../../server/wire/gob/type.js';
import {createRpcClient} from '../../../server/wire/netrpc/client.js';
import {requestType, responseType} from '../../../server/wire/netrpc/message-types.js';
import {RpcConnectionError, RpcError} from '../../../server/wire/netrpc/rpc-error.js';
import {serveRpc, type RpcMethod} from '../../../server/wire/netrpc/server.js';
import {decodeAll} from '../gob/decode-all.js';
import {createDuplexPair} from '../yamux/duplex-pair.js';
import {readAll} from '../yamux/session-pair.js';

const echoed = gob.struct('Echo', {A: gob.string});
const echo: RpcMethod = {reply: echoed, handle: async (args) => args};

/** A client of a server that has the given methods. */
function connect(methods: Readonly<Record<string, RpcMethod>>) {
  const [near, far] = createStream();
  const served = serveRpc(far, (name) => methods[name]);
  return {client: createRpcClient(near), near, far, served};
}

describe('a call', () => {
  it('brings arguments there and the reply back', async () => {
    const {client} = connect({'Plugin.Echo': echo});
    await expect(client.call('Plugin.Echo', echoed, {A: 'hi'})).resolves.toEqual({A: 'hi'});
  });

  it('fails with the text of the error that was thrown', async () => {
    const fail = async (): Promise<never> => Promise.reject(new Error('no such user'));
    const {client} = connect({'Plugin.Fail': {reply: echoed, handle: fail}, 'Plugin.Echo': echo});
    const failure = client.call('Plugin.Fail', echoed, {});
    await expect(failure).rejects.toBeInstanceOf(RpcError);
    await expect(failure).rejects.toThrow(/^no such user$/);
    await expect(client.call('Plugin.Echo', echoed, {A: 'still here'})).resolves.toEqual({A: 'still here'});
  });

  it('fails as in Go when there is no such method', async () => {
    const {client} = connect({});
    await expect(client.call('Plugin.Nope', echoed, {})).rejects.toThrow(
      new RpcError("rpc: can't find method Plugin.Nope"),
    );
  });

  it('takes its own answer, whatever the order of answers', async () => {
    const release = new Map<string, () => void>();
    const slow: RpcMethod = {
      reply: echoed,
      handle: (args) => new Promise((done) => release.set((args as {A: string}).A, () => done(args))),
    };
    const {client} = connect({'Plugin.Slow': slow, 'Plugin.Echo': echo});
    const order: string[] = [];
    const calls = ['one', 'two', 'three'].map(async (name) => {
      const reply = await client.call('Plugin.Slow', echoed, {A: name});
      order.push((reply as {A: string}).A);
      return reply;
    });
    // Answered behind the three on the same connection: all of them have arrived.
    await client.call('Plugin.Echo', echoed, {});
    for (const name of ['three', 'one', 'two']) release.get(name)?.();
    expect(await Promise.all(calls)).toEqual([{A: 'one'}, {A: 'two'}, {A: 'three'}]);
    expect(order).toEqual(['three', 'one', 'two']);
  });

  it('that cannot be encoded is not sent, and spoils no later one', async () => {
    const {client} = connect({'Plugin.Echo': echo});
    await expect(client.call('Plugin.Echo', echoed, {A: 1})).rejects.toMatchObject({name: 'GobError'});
    await expect(client.call('Plugin.Echo', echoed, {A: 'fine'})).resolves.toEqual({A: 'fine'});
  });

  it('is answered with an error when the reply cannot be encoded, and the connection goes on', async () => {
    const {client} = connect({
      'Plugin.Odd': {reply: echoed, handle: async () => ({A: 1})},
      'Plugin.Echo': echo,
    });
    await expect(client.call('Plugin.Odd', echoed, {})).rejects.toThrow('gob: Echo.A: a string expected');
    await expect(client.call('Plugin.Echo', echoed, {A: 'fine'})).resolves.toEqual({A: 'fine'});
  });

  it('may have no reply to speak of', async () => {
    const {client} = connect({'Plugin.Void': {reply: gob.struct('', {}), handle: async () => undefined}});
    await expect(client.call('Plugin.Void', echoed, {})).resolves.toEqual({});
  });
});

describe('the end of a connection', () => {
  it('fails every call that waits, and every later one', async () => {
    const {client, far} = connect({
      'Plugin.Never': {reply: echoed, handle: () => new Promise(() => undefined)},
    });
    const waiting = [client.call('Plugin.Never', echoed, {}), client.call('Plugin.Never', echoed, {})];
    far.destroy();
    for (const call of waiting) await expect(call).rejects.toBeInstanceOf(RpcConnectionError);
    await expect(client.call('Plugin.Never', echoed, {})).rejects.toBeInstanceOf(RpcConnectionError);
    await client.closed;
  });

  it('still lets answers through that are owed when the client says goodbye', async () => {
    let finish = (): void => undefined;
    const slow: RpcMethod = {
      reply: echoed,
      handle: () => new Promise((done) => (finish = () => done({A: 'late'}))),
    };
    const [near, far] = createStream();
    const served = serveRpc(far, (name) => ({'Plugin.Slow': slow, 'Plugin.Echo': echo})[name]);
    const client = createRpcClient(near);
    const owed = client.call('Plugin.Slow', echoed, {});
    await client.call('Plugin.Echo', echoed, {});
    client.close();
    await expect(served).resolves.toBeUndefined();
    await expect(client.call('Plugin.Echo', echoed, {})).rejects.toBeInstanceOf(RpcConnectionError);
    finish();
    await expect(owed).resolves.toEqual({A: 'late'});
    await expect(client.closed).resolves.toBeUndefined();
  });

  it.each([
    ['no gob', Buffer.from('00', 'hex')],
    ['a header that is no struct', Buffer.from('03020001', 'hex')],
  ])('comes at once to a client that hears %s', async (_, bytes) => {
    const [near, far] = createStream();
    const client = createRpcClient(near);
    const call = client.call('Plugin.Echo', echoed, {});
    far.write(bytes);
    await expect(call).rejects.toMatchObject({cause: {name: 'GobError'}});
    await expect(client.closed).resolves.toMatchObject({name: 'GobError'});
  });

  it('comes from a server that is sent random bytes, which throws nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({maxLength: 60})), async (pieces) => {
        const {near, served} = connect({'Plugin.Echo': echo});
        near.on('error', () => undefined);
        near.resume().end(Buffer.concat(pieces));
        const reason = await served;
        expect(reason === undefined || reason.name === 'GobError' || 'code' in reason).toBe(true);
      }),
      {numRuns: 100},
    );
  });
});

describe('what stands on the wire', () => {
  it('is header and argument of a call, in one write', async () => {
    const [near, far] = createStream();
    const client = createRpcClient(near);
    client.call('Control.Ping', gob.bool, true).catch(() => undefined);
    client.close();
    const bytes = await readAll(far);
    expect(bytes.toString('hex')).toBe(
      '2fff81030101075265717565737401ff82000102010d536572766963654d6574686f64010c000103536571010600000011ff82010c436f6e74726f6c2e50696e670003020001',
    );
  });

  it('numbers calls from 0 and answers with the number and an empty struct beside an error', async () => {
    const [near, far] = createStream();
    void serveRpc(far, () => undefined);
    const encoder = createEncoder();
    const request = (seq: number): Uint8Array =>
      encoder.encodeAll([
        [requestType, {ServiceMethod: 'A.B', Seq: seq}],
        [gob.bool, true],
      ]);
    near.end(Buffer.concat([request(0), request(1)]));
    expect(decodeAll([await readAll(near)])).toEqual([
      {ServiceMethod: 'A.B', Error: "rpc: can't find method A.B"},
      {},
      {ServiceMethod: 'A.B', Seq: 1, Error: "rpc: can't find method A.B"},
      {},
    ]);
  });

  it('may hold an answer nobody asked for, which changes nothing', async () => {
    const [near, far] = createStream();
    const client = createRpcClient(near);
    const encoder = createEncoder();
    const call = client.call('A.B', gob.bool, true);
    for (const [seq, reply] of [
      [7, false],
      [0, true],
    ] as const) {
      far.write(
        encoder.encodeAll([
          [responseType, {ServiceMethod: 'A.B', Seq: seq}],
          [gob.bool, reply],
        ]),
      );
    }
    await expect(call).resolves.toBe(true);
  });
});

it('a server stops reading while its answers are not read', async () => {
  let handled = 0;
  const [near, far] = createStream();
  const big = 'x'.repeat(100_000);
  const count = async (): Promise<object> => ({A: big + String(handled++)});
  void serveRpc(far, () => ({reply: echoed, handle: count}));
  const encoder = createEncoder();
  let written = 0;
  for (let seq = 0; seq < 200; seq++) {
    const request = encoder.encodeAll([
      [requestType, {ServiceMethod: 'A.B', Seq: seq}],
      [echoed, {A: big}],
    ]);
    near.write(request, () => written++);
  }
  near.end();
  await new Promise<void>((resolve) => {
    far.once('pause', resolve);
  });
  expect(handled).toBeLessThan(20);
  expect(written).toBeLessThan(20);
  expect(decodeAll([await readAll(near)])).toHaveLength(400);
});

/** Two ends of a stream, each of which may end its own direction alone. */
function createStream(): [Duplex, Duplex] {
  return createDuplexPair(undefined, true);
}
