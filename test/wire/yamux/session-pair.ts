import {once} from 'node:events';
import type {Duplex} from 'node:stream';
import {createSession, type Session} from '../../../server/wire/yamux/session.js';
import {createManualClock, type ManualClock} from '../../support/manual-clock.js';
import {createDuplexPair, type ChunkSize} from './duplex-pair.js';
import {createRawPeer, type RawPeer} from './raw-peer.js';

export type Role = 'client' | 'server';

/** Streams in the order the other side opened them, now or later. */
export interface Accepted {
  readonly onStream: (stream: Duplex) => void;
  next(): Promise<Duplex>;
}

function createAccepted(): Accepted {
  const arrived: Duplex[] = [];
  const waiting: ((stream: Duplex) => void)[] = [];
  return {
    onStream: (stream) => {
      const take = waiting.shift();
      if (take) take(stream);
      else arrived.push(stream);
    },
    next: async () => arrived.shift() ?? new Promise((resolve) => waiting.push(resolve)),
  };
}

/** Two sessions that talk to each other. */
export function createSessionPair(chunkSize?: ChunkSize): {
  client: Session & Accepted;
  server: Session & Accepted;
} {
  const [left, right] = createDuplexPair(chunkSize);
  return {client: sessionOn(left, 'client'), server: sessionOn(right, 'server')};
}

function sessionOn(transport: Duplex, role: Role): Session & Accepted {
  const accepted = createAccepted();
  const session = createSession(transport, {role, onStream: accepted.onStream, clock: createManualClock()});
  return Object.assign(session, accepted);
}

/** A session whose other side is driven by hand. */
export function createRawPair(role: Role): {
  session: Session & Accepted;
  peer: RawPeer;
  clock: ManualClock;
  /** The session's connection. */
  transport: Duplex;
} {
  const [near, far] = createDuplexPair();
  const clock = createManualClock();
  const accepted = createAccepted();
  const session = createSession(near, {role, onStream: accepted.onStream, clock: clock});
  return {session: Object.assign(session, accepted), peer: createRawPeer(far), clock, transport: near};
}

/** Everything up to the end of a stream. */
export async function readAll(stream: Duplex): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Resolves when the stream is no more, with the reason. */
export async function untilClosed(stream: Duplex): Promise<Error | null> {
  if (!stream.closed) await once(stream, 'close').catch(() => undefined);
  return stream.errored;
}
