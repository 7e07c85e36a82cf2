import {setImmediate as nextTurn} from 'node:timers/promises';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {readExactly} from '../../../server/lib/read-exactly.js';
import {createSession} from '../../../server/wire/yamux/session.js';
import {createDuplexPair} from './duplex-pair.js';
import {ACK, DATA, FIN, RST, SYN, WINDOW} from './raw-peer.js';
import {createRawPair, createSessionPair, readAll} from './session-pair.js';

const WINDOW_BYTES = 262_144;
const MAX_FRAME = 65_536;

/** Bytes that tell their place, so that a swap or a loss shows. */
function pattern(length: number, seed: number): Buffer {
  return Buffer.from(Uint8Array.from({length}, (_, index) => (index * 31 + (index >> 8) + seed) & 0xff));
}

const plans = fc.array(
  fc.record({
    fromClient: fc.boolean(),
    pieces: fc.array(
      fc.oneof({weight: 4, arbitrary: fc.nat(3000)}, fc.constantFrom(65_536, 262_143, 300_000)),
      {
        maxLength: 6,
      },
    ),
  }),
  {minLength: 1, maxLength: 8},
);

describe('bytes on many streams', () => {
  it('all arrive, in order, in both directions, however the connection cuts them', async () => {
    await fc.assert(
      fc.asyncProperty(
        plans,
        fc.infiniteStream(fc.integer({min: 1, max: 70_000})),
        async (streams, sizes) => {
          const {client, server} = createSessionPair(() => Number(sizes.next().value));
          const sent = streams.map(({pieces}, seed) => pieces.map((length) => pattern(length, seed)));
          await Promise.all(
            streams.map(async ({fromClient}, index) => {
              const stream = (fromClient ? client : server).open();
              for (const piece of sent[index] ?? []) stream.write(piece);
              stream.end();
              // The other side sends back what it gets.
              void (fromClient ? server : client).next().then((far) => far.pipe(far));
              const expected = Buffer.concat(sent[index] ?? []);
              expect((await readAll(stream)).equals(expected)).toBe(true);
            }),
          );
          client.close();
          await server.closed;
        },
      ),
      {numRuns: 40},
    );
  });

  it('pass on 2 000 streams opened at once', async () => {
    const {client, server} = createSessionPair();
    const answers = Array.from({length: 2000}, async (_, index) => {
      const stream = client.open();
      stream.end(String(index));
      return String(await readAll(stream));
    });
    for (let count = 0; count < 2000; count++) void server.next().then((far) => far.pipe(far));
    expect(await Promise.all(answers)).toEqual(Array.from({length: 2000}, (_, index) => String(index)));
  });
});

describe('the window', () => {
  it('is never exceeded: the rest waits until the other side grants it', async () => {
    const {session, peer} = createRawPair('server');
    session.open().write(pattern(WINDOW_BYTES + 20, 0));
    const before = await peer.data(WINDOW_BYTES);
    expect(before.map(({length}) => length)).toEqual([MAX_FRAME, MAX_FRAME, MAX_FRAME, MAX_FRAME]);
    expect(await peer.settle()).toEqual([]);
    peer.send(WINDOW, ACK, 2, 15);
    expect(await peer.settle()).toMatchObject([{type: DATA, id: 2, length: 15}]);
    peer.send(WINDOW, 0, 2, 100);
    expect(await peer.settle()).toMatchObject([{type: DATA, id: 2, length: 5}]);
  });

  it('is not granted anew for what nobody has read', async () => {
    const {session, peer} = createRawPair('server');
    for (let id = 1; id <= 4; id++) peer.send(DATA, id === 1 ? SYN : 0, 1, MAX_FRAME, pattern(MAX_FRAME, id));
    expect(await peer.settle()).toMatchObject([{type: WINDOW, flags: ACK}]);
    const stream = await session.next();
    stream.resume();
    const granted = await peer.next(({type}) => type === WINDOW);
    expect(granted).toMatchObject({flags: 0, id: 1, length: WINDOW_BYTES});
  });

  it('is granted for what a slow reader takes, and no more', async () => {
    const {session, peer} = createRawPair('server');
    peer.send(DATA, SYN, 1, WINDOW_BYTES, pattern(WINDOW_BYTES, 0));
    await peer.settle();
    const stream = await session.next();
    const taken = await new Promise<Buffer>((resolve) => {
      stream.once('data', (chunk: Buffer) => {
        stream.pause();
        resolve(chunk);
      });
    });
    const granted = (await peer.settle()).reduce((sum, {length}) => sum + length, 0);
    expect(granted).toBeLessThanOrEqual(taken.length);
  });

  it('waits for a reader that took a few bytes and paused, and is granted again once it has taken all', async () => {
    const {session, peer} = createRawPair('server');
    peer.send(DATA, SYN, 1, 4, pattern(4, 0));
    const stream = await session.next();
    await readExactly(stream, 4);
    let taken = 0;
    stream.on('data', (chunk: Buffer) => (taken += chunk.length));
    await peer.settle();
    stream.pause();
    peer.send(DATA, 0, 1, 12, pattern(12, 0));
    peer.send(DATA, 0, 1, WINDOW_BYTES - 16, pattern(WINDOW_BYTES - 16, 0));
    expect(await peer.settle()).toEqual([]);
    stream.resume();
    await nextTurn();
    expect(taken).toBe(WINDOW_BYTES - 4);
    expect(await peer.settle()).toMatchObject([{type: WINDOW, id: 1}]);
  });

  it('lets no more than itself lie unread between two sessions', async () => {
    const {client, server} = createSessionPair();
    const writer = client.open();
    let written = 0;
    for (let count = 0; count < 16; count++)
      writer.write(pattern(MAX_FRAME, count), () => (written += MAX_FRAME));
    const reader = await server.next();
    await client.ping();
    await server.ping();
    expect(written).toBeLessThanOrEqual(WINDOW_BYTES);
    writer.end();
    expect((await readAll(reader)).length).toBe(16 * MAX_FRAME);
  });
});

describe('streams that wait', () => {
  it('are announced while fewer than 256 are unanswered', async () => {
    const {session, peer} = createRawPair('server');
    for (let count = 0; count < 300; count++) session.open();
    expect(await peer.settle()).toHaveLength(256);
    peer.send(WINDOW, ACK, 2, 0);
    expect(await peer.settle()).toMatchObject([{flags: SYN, id: 514}]);
    peer.send(WINDOW, RST, 4, 0);
    expect(await peer.settle()).toMatchObject([{flags: SYN, id: 516}]);
    peer.send(WINDOW, ACK, 2, 0);
    expect(await peer.settle()).toEqual([]);
  });

  it('keep what was written and ended on them until it is their turn', async () => {
    const {session, peer} = createRawPair('server');
    const open = Array.from({length: 257}, () => session.open());
    open.at(-1)?.end('patience');
    expect((await peer.settle()).filter(({type}) => type === DATA)).toEqual([]);
    peer.send(WINDOW, ACK, 2, 0);
    const frames = await peer.settle();
    expect(frames.map(({type, flags, payload}) => [type, flags, String(payload)])).toEqual([
      [WINDOW, SYN, ''],
      [DATA, 0, 'patience'],
      [WINDOW, FIN, ''],
    ]);
  });

  it('are never announced when they were given up before', async () => {
    const {session, peer} = createRawPair('server');
    const open = Array.from({length: 258}, () => session.open());
    open[256]?.destroy();
    await peer.settle();
    peer.send(WINDOW, ACK, 2, 0);
    expect(await peer.settle()).toMatchObject([{flags: SYN, id: 514}]);
  });

  it('take turns on a full connection, a frame each', async () => {
    const {session, peer} = createRawPair('server');
    const [one, other] = [session.open(), session.open()];
    one.write(pattern(4 * MAX_FRAME, 1));
    other.write(pattern(4 * MAX_FRAME, 2));
    const order = (await peer.data(8 * MAX_FRAME)).map(({id}) => id);
    const lead = order.map((_, end) =>
      order.slice(0, end + 1).reduce((sum, id) => sum + (id === 2 ? 1 : -1), 0),
    );
    expect(Math.max(...lead.map(Math.abs))).toBeLessThanOrEqual(2);
  });
});

describe('an end that comes before the reader', () => {
  it.each([
    ['alone', ''],
    ['behind data', 'hello'],
  ])('is not lost: %s', async (_, text) => {
    const {session, peer} = createRawPair('server');
    peer.send(DATA, SYN, 1, text.length, Buffer.from(text));
    peer.send(WINDOW, FIN, 1, 0);
    await peer.settle();
    const stream = await session.next();
    await nextTurn();
    expect(String(await readAll(stream))).toBe(text);
  });

  it('is not lost on a reader that uses events and comes late', async () => {
    const {session, peer} = createRawPair('server');
    peer.send(DATA, SYN | FIN, 1, 5, Buffer.from('hello'));
    await peer.settle();
    const stream = await session.next();
    await nextTurn();
    const text = await new Promise<string>((resolve) => {
      let seen = '';
      stream.on('data', (chunk: Buffer) => (seen += String(chunk)));
      stream.on('end', () => resolve(seen));
    });
    expect(text).toBe('hello');
  });
});

describe('random bytes from the other side', () => {
  it('end the session at worst, and never throw', async () => {
    const flags = fc.constantFrom(0, SYN, ACK, FIN, RST, SYN | FIN, ACK | RST);
    const frame = fc
      .tuple(fc.nat(5), flags, fc.nat(6), fc.oneof(fc.nat(40), fc.nat()), fc.uint8Array({maxLength: 40}))
      .map(([type, flag, id, length, payload]) => {
        const header = Buffer.alloc(12);
        header.writeUInt8(type, 1);
        header.writeUInt16BE(flag, 2);
        header.writeUInt32BE(id, 4);
        header.writeUInt32BE(length, 8);
        return Buffer.concat([header, payload]);
      });
    const hostile = fc.array(fc.oneof({weight: 5, arbitrary: frame}, fc.uint8Array({maxLength: 30})));
    await fc.assert(
      fc.asyncProperty(hostile, fc.boolean(), async (pieces, read) => {
        const [near, far] = createDuplexPair(() => 7);
        const session = createSession(near, {
          role: 'server',
          onStream: (stream) => void (read && stream.resume()),
        });
        session.open().write('x');
        far.resume();
        far.end(Buffer.concat(pieces));
        const reason = await session.closed;
        expect(reason === undefined || reason.name === 'YamuxError').toBe(true);
      }),
      {numRuns: 150},
    );
  });
});
