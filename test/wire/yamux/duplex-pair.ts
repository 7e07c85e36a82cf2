import {Duplex} from 'node:stream';

/** How many bytes the next chunk holds; asked until a write is used up. */
export type ChunkSize = () => number;

/**
 * Two ends of a connection in memory. What one writes the other reads in chunks of the given sizes, later; a write
 * is done when the other end has asked for more, as with a full socket. Like a socket, an end that has read to the
 * end ends itself, unless it may be half open.
 */
export function createDuplexPair(chunkSize: ChunkSize = () => 65_536, halfOpen = false): [Duplex, Duplex] {
  const left = new End(chunkSize, halfOpen);
  const right = new End(chunkSize, halfOpen);
  left.other = right;
  right.other = left;
  return [left, right];
}

class End extends Duplex {
  other: End | undefined;
  private goOn: (() => void) | undefined;

  constructor(
    private readonly chunkSize: ChunkSize,
    allowHalfOpen: boolean,
  ) {
    super({allowHalfOpen});
  }

  override _read(): void {
    const goOn = this.goOn;
    this.goOn = undefined;
    if (goOn) setImmediate(goOn);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    setImmediate(() => this.deliver(chunk, done));
  }

  override _final(done: () => void): void {
    setImmediate(() => {
      this.other?.push(null);
      done();
    });
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    setImmediate(() => {
      if (this.other && !this.other.readableEnded && !this.other.destroyed) this.other.push(null);
    });
    done(error);
  }

  private deliver(chunk: Buffer, done: () => void): void {
    const other = this.other;
    let more = true;
    for (let at = 0; at < chunk.length && other && !other.destroyed;) {
      const size = Math.max(1, this.chunkSize());
      more = other.push(chunk.subarray(at, at + size));
      at += size;
    }
    if (more || !other) done();
    else other.goOn = done;
  }
}
