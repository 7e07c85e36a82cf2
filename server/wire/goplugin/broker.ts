import type {Duplex} from 'node:stream';
import {readExactly} from '../../lib/read-exactly.js';
import {systemTimers, type Timers} from '../../lib/timers.js';
import type {Session} from '../yamux/session.js';
import {GoPluginError} from './go-plugin-error.js';

/** Further connections over a session, named by numbers that travel in calls. */
export interface Broker {
  /** A number for a connection that this side will accept. */
  nextId(): number;
  /** Connects to what the other side accepts under `id`. Rejects with {@link GoPluginError} after 10 s. */
  dial(id: number): Promise<Duplex>;
  /** Waits for the other side to dial `id`. Rejects with {@link GoPluginError} after 5 s. */
  accept(id: number): Promise<Duplex>;
}

export interface MuxBroker extends Broker {
  /** Takes a stream that the other side opened. */
  receive(stream: Duplex): void;
}

const ID_BYTES = 4;
/** How long either side keeps an id, whether it waits for a stream or the stream for its `accept`. */
const ACCEPT_MS = 5000;
/** Longer than the other side waits, so that it is the one to give up. */
const DIAL_MS = 10_000;

/** Follows the rules of go-plugin's MuxBroker: a stream starts with its id, 4 bytes little-endian, and its echo. */
export function createBroker(session: Pick<Session, 'open'>, timers: Timers = systemTimers): MuxBroker {
  const early = new Rendezvous<Duplex>(timers, (stream) => stream.destroy());
  const awaited = new Rendezvous<Awaited>(timers, (accepting, id) =>
    accepting.reject(new GoPluginError('too-late', `nobody dialled ${id} within 5 s`)),
  );
  let lastId = 0;

  async function dial(id: number): Promise<Duplex> {
    const stream = session.open();
    stream.write(encodeId(id));
    const answer = await readId(stream, DIAL_MS);
    if (answer === id) return stream;
    stream.destroy();
    throw new GoPluginError('broker', `dialled ${id}, but ${answer} answered`);
  }

  async function accept(id: number): Promise<Duplex> {
    const stream = early.take(id) ?? (await arrival(id));
    stream.write(encodeId(id));
    return stream;
  }

  function arrival(id: number): Promise<Duplex> {
    return new Promise((resolve, reject) => {
      if (!awaited.put(id, {resolve, reject}))
        reject(new GoPluginError('broker', `${id} is accepted already`));
    });
  }

  async function receive(stream: Duplex): Promise<void> {
    const id = await readId(stream, ACCEPT_MS);
    const waiting = awaited.take(id);
    if (waiting) waiting.resolve(stream);
    else if (!early.put(id, stream)) stream.destroy();
  }

  async function readId(stream: Duplex, ms: number): Promise<number> {
    const cancel = timers.after(ms, () =>
      stream.destroy(new GoPluginError('too-late', 'no broker id arrived')),
    );
    try {
      return (await readExactly(stream, ID_BYTES)).readUInt32LE();
    } finally {
      cancel();
    }
  }

  return {
    nextId: () => (lastId = (lastId + 1) >>> 0),
    dial,
    accept,
    // A stream that says nothing, or ends at once, concerns nobody.
    receive: (stream) => void receive(stream).catch(() => stream.destroy()),
  };
}

interface Awaited {
  resolve(stream: Duplex): void;
  reject(error: Error): void;
}

/** Values that wait under an id until somebody takes them, or the accept window closes. */
class Rendezvous<T> {
  private readonly waiting = new Map<number, {value: T; cancel: () => void}>();

  constructor(
    private readonly timers: Timers,
    private readonly onLate: (value: T, id: number) => void,
  ) {}

  /** False if the id is taken. */
  put(id: number, value: T): boolean {
    if (this.waiting.has(id)) return false;
    const cancel = this.timers.after(ACCEPT_MS, () => {
      this.waiting.delete(id);
      this.onLate(value, id);
    });
    this.waiting.set(id, {value, cancel});
    return true;
  }

  take(id: number): T | undefined {
    const found = this.waiting.get(id);
    found?.cancel();
    this.waiting.delete(id);
    return found?.value;
  }
}

function encodeId(id: number): Buffer {
  const bytes = Buffer.alloc(ID_BYTES);
  bytes.writeUInt32LE(id);
  return bytes;
}
