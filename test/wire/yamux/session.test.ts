import {describe, expect, it} from '@jest/globals';
import {createSession} from '../../../server/wire/yamux/session.js';
import {createDuplexPair} from './duplex-pair.js';
import {ACK, DATA, FIN, GO_AWAY, PING, RST, SYN, WINDOW, type RawPeer} from './raw-peer.js';
import {createRawPair, readAll, untilClosed} from './session-pair.js';

const WINDOW_BYTES = 262_144;

describe('a yamux session', () => {
  it.each([
    ['client', [1, 3, 5]],
    ['server', [2, 4, 6]],
  ] as const)('opens streams with the ids of a %s, announced at once', async (role, ids) => {
    const {session, peer} = createRawPair(role);
    for (const _ of ids) session.open();
    const frames = await peer.settle();
    expect(frames.map(({type, flags, id, length}) => [type, flags, id, length])).toEqual(
      ids.map((id) => [WINDOW, SYN, id, 0]),
    );
  });

  it('accepts a stream at once, even one whose opening carries data', async () => {
    const {session, peer} = createRawPair('server');
    peer.send(DATA, SYN | FIN, 7, 5, Buffer.from('hello'));
    expect(await peer.settle()).toMatchObject([{type: WINDOW, flags: ACK, id: 7, length: 0}]);
    expect(String(await readAll(await session.next()))).toBe('hello');
  });

  it('answers a ping with what it carried', async () => {
    const {peer} = createRawPair('server');
    peer.send(PING, SYN, 0, 0xdeadbeef);
    expect(await peer.next(({type}) => type === PING)).toMatchObject({flags: ACK, length: 0xdeadbeef});
  });

  it('resolves its own ping when that is answered, and rejects it when the session ends first', async () => {
    const {session, peer} = createRawPair('server');
    const answered = session.ping();
    const {length} = await peer.next(({type, flags}) => type === PING && flags === SYN);
    peer.send(PING, ACK, 0, length);
    await expect(answered).resolves.toBeUndefined();
    const unanswered = session.ping();
    session.close();
    await expect(unanswered).rejects.toMatchObject({code: 'closed'});
  });

  it('pings every 30 s, and gives the connection up when no answer comes for 10 s', async () => {
    const {session, peer, clock} = createRawPair('server');
    clock.advance(30_000);
    const {length} = await peer.next(({type}) => type === PING);
    peer.send(PING, ACK, 0, length);
    await peer.settle();
    clock.advance(30_000);
    await peer.next(({type}) => type === PING);
    clock.advance(10_000);
    clock.advance(1);
    await expect(session.closed).resolves.toMatchObject({code: 'unresponsive'});
  });

  it('keeps one direction open after the other has ended', async () => {
    const {session, peer} = createRawPair('server');
    const stream = session.open();
    stream.end('bye');
    expect(await peer.next(({flags}) => flags === FIN)).toMatchObject({type: WINDOW, id: 2});
    peer.send(DATA, ACK, 2, 4, Buffer.from('late'));
    peer.send(WINDOW, FIN, 2, 0);
    expect(String(await readAll(stream))).toBe('late');
    await expect(untilClosed(stream)).resolves.toBeNull();
    expect((await peer.settle()).filter(({flags}) => flags & RST)).toEqual([]);
  });

  it('resets a stream that is destroyed before both directions have ended', async () => {
    const {session, peer} = createRawPair('server');
    const stream = session.open();
    await peer.settle();
    stream.destroy();
    expect(await peer.settle()).toMatchObject([{type: WINDOW, flags: RST, id: 2}]);
  });

  it('fails a stream that the other side resets, and nobody has to listen', async () => {
    const {session, peer} = createRawPair('server');
    const stream = session.open();
    await peer.settle();
    peer.send(WINDOW, RST, 2, 0);
    await expect(untilClosed(stream)).resolves.toMatchObject({code: 'reset'});
    await expect(readAll(stream)).rejects.toMatchObject({code: 'reset'});
  });

  it('drops what still comes for a stream that is over, and goes on', async () => {
    const {session, peer} = createRawPair('server');
    session.open().destroy();
    peer.send(DATA, 0, 2, 300_000, Buffer.alloc(300_000));
    peer.send(DATA, SYN | FIN, 1, 2, Buffer.from('ok'));
    expect(String(await readAll(await session.next()))).toBe('ok');
  });

  it('ignores data behind an end: Go may send it', async () => {
    const {session, peer} = createRawPair('server');
    peer.send(DATA, SYN | FIN, 1, 2, Buffer.from('ok'));
    peer.send(DATA, 0, 1, 4, Buffer.from('more'));
    await peer.settle();
    expect(String(await readAll(await session.next()))).toBe('ok');
  });

  it('fails all its streams at once when the connection is lost', async () => {
    const {session, peer, transport} = createRawPair('server');
    peer.send(WINDOW, SYN, 1, 0);
    const streams = [session.open(), session.open(), await session.next()];
    transport.destroy(new Error('gone'));
    await expect(session.closed).resolves.toMatchObject({message: 'gone'});
    for (const stream of streams) await expect(untilClosed(stream)).resolves.toMatchObject({message: 'gone'});
    await expect(untilClosed(session.open())).resolves.toMatchObject({code: 'refused'});
  });

  it.each(['client', 'server'] as const)('ends in order when a %s closes it', async (role) => {
    const {session, peer} = createRawPair(role);
    const stream = session.open();
    session.close();
    await peer.next(({type, length}) => type === GO_AWAY && length === 0);
    await expect(untilClosed(stream)).resolves.toMatchObject({code: 'closed'});
    await expect(session.closed).resolves.toBeUndefined();
  });

  it('opens no stream after the other side has said that it takes none; old ones go on', async () => {
    const {session, peer} = createRawPair('server');
    const old = session.open();
    await peer.settle();
    peer.send(GO_AWAY, 0, 0, 0);
    await peer.settle();
    await expect(untilClosed(session.open())).resolves.toMatchObject({code: 'refused'});
    peer.send(DATA, FIN, 2, 3, Buffer.from('old'));
    expect(String(await readAll(old))).toBe('old');
  });

  it('ends when the other side gives up over an error', async () => {
    const {session, peer} = createRawPair('server');
    peer.send(GO_AWAY, 0, 0, 1);
    await expect(session.closed).resolves.toMatchObject({code: 'closed'});
  });

  it('gives a peer up that asks without end and reads no answer', async () => {
    const [near, far] = createDuplexPair();
    const session = createSession(near, {role: 'server', onStream: () => undefined});
    const ping = Buffer.from('000200010000000000000000', 'hex');
    far.write(Buffer.concat(Array<Buffer>(500_000).fill(ping)));
    await expect(session.closed).resolves.toMatchObject({code: 'unresponsive'});
  });
});

describe('a breach of the protocol ends the session', () => {
  it.each([
    ['another version', (peer) => peer.sendRaw(Buffer.from('010200010000000000000001', 'hex'))],
    ['an unknown type', (peer) => peer.send(4, 0, 0, 0)],
    ['a stream opened twice', (peer) => (peer.send(WINDOW, SYN, 1, 0), peer.send(WINDOW, SYN, 1, 0))],
    ['a stream opened under one of our ids', (peer) => peer.send(WINDOW, SYN, 2, 0)],
    ['a stream opened under the id of the session', (peer) => peer.send(WINDOW, SYN, 0, 0)],
    ['more data than the window', (peer) => peer.send(DATA, SYN, 1, WINDOW_BYTES + 1)],
  ] as readonly [string, (peer: RawPeer) => void][])('%s', async (_, offend) => {
    const {session, peer} = createRawPair('server');
    const stream = session.open();
    offend(peer);
    await peer.next(({type, length}) => type === GO_AWAY && length === 1);
    await expect(session.closed).resolves.toMatchObject({code: 'protocol'});
    await expect(untilClosed(stream)).resolves.toMatchObject({code: 'protocol'});
  });

  it('a connection that ends inside a frame', async () => {
    const [near, far] = createDuplexPair();
    const session = createSession(near, {role: 'server', onStream: () => undefined});
    far.end(Buffer.from('0002', 'hex'));
    await expect(session.closed).resolves.toMatchObject({code: 'protocol'});
  });
});
