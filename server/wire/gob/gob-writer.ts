const SMALLEST = 256;
const LARGEST_KEPT = 65_536;

/** A growing buffer that speaks gob's primitives. */
export class GobWriter {
  private buffer = Buffer.allocUnsafeSlow(SMALLEST);
  private end = 0;

  get length(): number {
    return this.end;
  }

  /** What was written; valid until the next write. */
  get written(): Buffer {
    return this.buffer.subarray(0, this.end);
  }

  /** Starts anew. */
  reset(): void {
    if (this.buffer.length > LARGEST_KEPT) this.buffer = Buffer.allocUnsafeSlow(SMALLEST);
    this.end = 0;
  }

  /** What was written, for good: a copy, or the buffer itself where a copy would cost more. */
  take(): Buffer {
    const taken = this.buffer.length > LARGEST_KEPT ? this.written : Buffer.from(this.written);
    this.reset();
    return taken;
  }

  /** Up to 2^53 - 1 as a number, up to 2^64 - 1 as a bigint. */
  uint(value: number | bigint): void {
    this.reserve(9);
    if (typeof value === 'bigint') {
      if (value <= Number.MAX_SAFE_INTEGER) return this.uint(Number(value));
      SCRATCH.writeBigUInt64BE(value);
      return this.minimal();
    }
    if (value < 0x80) {
      this.buffer[this.end++] = value;
      return;
    }
    SCRATCH.writeUInt32BE(Math.floor(value / 0x1_0000_0000), 0);
    SCRATCH.writeUInt32BE(value % 0x1_0000_0000, 4);
    this.minimal();
  }

  int(value: number | bigint): void {
    if (typeof value === 'bigint') return this.uint(value < 0n ? (~value << 1n) | 1n : value << 1n);
    if (value > MAX_SHIFTED || value < -MAX_SHIFTED) return this.int(BigInt(value));
    this.uint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** The bits of the double in reverse order of bytes, as an uint. */
  float(value: number): void {
    this.reserve(9);
    SCRATCH.writeDoubleLE(value);
    this.minimal();
  }

  string(value: string): void {
    const bytes = Buffer.byteLength(value);
    this.uint(bytes);
    this.reserve(bytes);
    this.end += this.buffer.write(value, this.end, 'utf8');
  }

  bytes(value: Uint8Array): void {
    this.uint(value.byteLength);
    this.raw(value);
  }

  raw(value: Uint8Array): void {
    this.reserve(value.byteLength);
    this.buffer.set(value, this.end);
    this.end += value.byteLength;
  }

  /** SCRATCH as an uint: its leading zeros left out, more than 7 bits behind their count. */
  private minimal(): void {
    let from = 0;
    while (from < 7 && SCRATCH[from] === 0) from++;
    const first = SCRATCH[from] ?? 0;
    if (from < 7 || first >= 0x80) this.buffer[this.end++] = 256 - (8 - from);
    this.end += SCRATCH.copy(this.buffer, this.end, from);
  }

  private reserve(count: number): void {
    if (this.end + count <= this.buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(2 * (this.end + count));
    this.buffer.copy(grown, 0, 0, this.end);
    this.buffer = grown;
  }
}

const SCRATCH = Buffer.alloc(8);
/** The largest int whose zigzag form is still a safe number. */
const MAX_SHIFTED = 2 ** 52 - 1;
