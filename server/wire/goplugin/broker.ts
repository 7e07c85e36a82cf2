import type {Duplex} from 'node:stream';
import {readExactly} from '../../lib/read-exactly.js';
import type {Clock} from '../../lib/clock.js';
import {systemClock} from '../../lib/system-clock.js';
import type {Session} from '../yamux/session.js';
import {GoPluginError} from './go-plugin-error.js';
import {Rendezvous} from './rendezvous.js';

/** Further connections over a session, named by numbers that travel in calls. */
export interface Broker {
  /** A number for a connection that this side will accept. */
  nextId(): number;
  /**
   * Connects to what the other side accepts under `id`. Rejects with {@link GoPluginError} after 10 s, or with the
   * error of the stream, which the other side resets or ends after 5 s.
   */
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

/** Follows go-plugin's MuxBroker: a stream starts with its id, 4 bytes little-endian, which the acceptor echoes. */
export function createBroker(session: Pick<Session, 'open'>, clock: Clock = systemClock): MuxBroker {
  return new SessionBroker(session, clock);
}

interface Awaited {
  resolve(stream: Duplex): void;
  reject(error: Error): void;
}

class SessionBroker implements MuxBroker {
  private lastId = 0;
  private readonly early: Rendezvous<Duplex>;
  private readonly awaited: Rendezvous<Awaited>;

  constructor(
    private readonly session: Pick<Session, 'open'>,
    private readonly clock: Clock,
  ) {
    this.early = new Rendezvous(clock, ACCEPT_MS, (stream) => stream.destroy());
    this.awaited = new Rendezvous(clock, ACCEPT_MS, (accepting, id) =>
      accepting.reject(new GoPluginError('too-late', `nobody dialled ${id} within 5 s`)),
    );
  }

  nextId(): number {
    this.lastId = (this.lastId + 1) >>> 0;
    return this.lastId;
  }

  async dial(id: number): Promise<Duplex> {
    const stream = this.session.open();
    stream.write(encodeId(id));
    const answer = await this.readId(stream, DIAL_MS);
    if (answer === id) return stream;
    stream.destroy();
    throw new GoPluginError('broker', `dialled ${id}, but ${answer} answered`);
  }

  async accept(id: number): Promise<Duplex> {
    const stream = this.early.take(id) ?? (await this.arrival(id));
    stream.write(encodeId(id));
    return stream;
  }

  receive(stream: Duplex): void {
    this.sort(stream).catch(() => {
      // A stream that says nothing, or ends at once, concerns nobody.
      stream.destroy();
    });
  }

  private async sort(stream: Duplex): Promise<void> {
    const id = await this.readId(stream, ACCEPT_MS);
    const accepting = this.awaited.take(id);
    if (accepting) accepting.resolve(stream);
    else if (!this.early.put(id, stream)) stream.destroy();
  }

  private arrival(id: number): Promise<Duplex> {
    return new Promise((resolve, reject) => {
      const first = this.awaited.put(id, {resolve, reject});
      if (!first) reject(new GoPluginError('broker', `${id} is accepted already`));
    });
  }

  private async readId(stream: Duplex, ms: number): Promise<number> {
    const giveUp = (): void => void stream.destroy(new GoPluginError('too-late', 'no broker id arrived'));
    const cancel = this.clock.after(ms, giveUp);
    try {
      return (await readExactly(stream, ID_BYTES)).readUInt32LE();
    } finally {
      cancel();
    }
  }
}

function encodeId(id: number): Buffer {
  const bytes = Buffer.alloc(ID_BYTES);
  bytes.writeUInt32LE(id);
  return bytes;
}
