import {Duplex} from 'node:stream';

/** One end of a connection, as a server sees it. */
export interface FarEnd extends Duplex {
  /** Who is at the other end, as of a socket. */
  readonly remoteAddress: string | undefined;
}

/**
 * Two ends of one connection in memory: what one writes the other reads, at the reader's pace. `remoteAddress`: what
 * the second one says of who is at the first.
 */
export function createDuplexPair(remoteAddress?: string): [Duplex, FarEnd] {
  const left = new PairedDuplex(undefined);
  const right = new PairedDuplex(remoteAddress);
  left.other = right;
  right.other = left;
  return [left, right];
}

class PairedDuplex extends Duplex {
  other: PairedDuplex | undefined;
  #consumed: (() => void) | undefined;

  constructor(readonly remoteAddress: string | undefined) {
    super();
  }

  override _read(): void {
    const consumed = this.#consumed;
    this.#consumed = undefined;
    consumed?.();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    // Nobody reads it any more. To fail would also throw away what the other end wrote before it closed: an answer
    // that came before the whole request was written.
    if (this.other?.receive(chunk, done) !== true) done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.other?.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const other = this.other;
    this.other = undefined;
    // An announced end is enough. Only an end without one must reach the other side as a lost connection.
    if (!this.writableFinished && other !== undefined) setImmediate(() => other.destroy());
    done(error);
  }

  /** Takes a chunk from the other end; `consumed` is called when there is room for more. */
  receive(chunk: Buffer, consumed: () => void): boolean {
    if (this.destroyed) return false;
    if (this.push(chunk)) consumed();
    else this.#consumed = consumed;
    return true;
  }
}
