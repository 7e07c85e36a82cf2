/**
 * Bytes that arrive in chunks of any size and leave in pieces of the reader's choice.
 *
 * A chunk that finds the queue empty is kept as it is; only what has to be joined is copied, into a buffer that
 * doubles. Even with tiny chunks, the memory held is at most about twice the bytes that are waiting.
 */
export class ByteQueue {
  private buffer: Buffer = EMPTY;
  private start = 0;
  private end = 0;
  /** False while `buffer` is somebody else's chunk and must not be written to. */
  private owned = false;

  /** The number of bytes that are waiting. */
  get length(): number {
    return this.end - this.start;
  }

  append(chunk: Uint8Array): void {
    if (this.length === 0) {
      this.buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      this.start = 0;
      this.end = chunk.byteLength;
      this.owned = false;
      return;
    }
    this.reserve(chunk.byteLength);
    this.buffer.set(chunk, this.end);
    this.end += chunk.byteLength;
  }

  /** The byte at `offset` from the front; the caller has checked the length. */
  at(offset: number): number {
    return this.buffer.readUInt8(this.start + offset);
  }

  /**
   * Removes the first `count` bytes (all there are, if fewer). They stay valid but belong to the queue: do not write.
   */
  take(count = this.length): Buffer {
    const from = this.start;
    this.start = Math.min(from + count, this.end);
    const taken = this.buffer.subarray(from, this.start);
    if (this.start === this.end) this.clear();
    return taken;
  }

  clear(): void {
    this.buffer = EMPTY;
    this.start = this.end = 0;
    this.owned = false;
  }

  private reserve(count: number): void {
    if (this.owned && this.end + count <= this.buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(2 * (this.length + count));
    this.buffer.copy(grown, 0, this.start, this.end);
    this.end = this.length;
    this.start = 0;
    this.buffer = grown;
    this.owned = true;
  }
}

const EMPTY = Buffer.alloc(0);
