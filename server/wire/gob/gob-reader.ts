import {GobError} from './gob-error.js';

/** Reads gob's primitives from one message. */
export class GobReader {
  private at = 0;

  constructor(private readonly message: Buffer) {}

  /** Bytes not read yet. */
  get left(): number {
    return this.message.length - this.at;
  }

  /** A number up to 2^53 - 1, a bigint beyond. */
  uint(): number | bigint {
    const first = this.byte();
    if (first < 0x80) return first;
    const size = 256 - first;
    if (size > 8) throw new GobError('malformed', `an integer of ${size} bytes`);
    const from = this.advance(size);
    if (size <= 6) return this.message.readUIntBE(from, size);
    const high = this.message.readUIntBE(from, size - 4);
    const low = this.message.readUInt32BE(from + size - 4);
    if (high < 0x20_0000) return high * 0x1_0000_0000 + low;
    return (BigInt(high) << 32n) | BigInt(low);
  }

  /** A number between ±(2^53 - 1), a bigint beyond. */
  int(): number | bigint {
    const zigzag = this.uint();
    if (typeof zigzag === 'number') return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    const value = zigzag & 1n ? ~(zigzag >> 1n) : zigzag >> 1n;
    const narrow = Number(value);
    return Number.isSafeInteger(narrow) ? narrow : value;
  }

  /** An uint that counts or measures something; how far it may reach is checked by what it counts. */
  count(): number {
    const value = this.uint();
    if (typeof value === 'bigint') throw new GobError('over-limit', `a count of ${value}`);
    return value;
  }

  /** A type id. */
  id(): number {
    const value = this.int();
    if (typeof value === 'bigint') throw new GobError('malformed', `a type id of ${value}`);
    return value;
  }

  bool(): boolean {
    return this.uint() !== 0;
  }

  float(): number {
    const bits = this.uint();
    SCRATCH.writeBigUInt64BE(BigInt(bits));
    return SCRATCH.readDoubleLE();
  }

  string(): string {
    const size = this.count();
    const from = this.advance(size);
    return this.message.toString('utf8', from, from + size);
  }

  /** A copy: a small value must not keep a large message in memory. */
  bytes(): Uint8Array {
    const size = this.count();
    const from = this.advance(size);
    return new Uint8Array(this.message.subarray(from, from + size));
  }

  private byte(): number {
    return this.message.readUInt8(this.advance(1));
  }

  /** Steps over `size` bytes that must be there; answers where they start. */
  private advance(size: number): number {
    if (size > this.left)
      throw new GobError('truncated', `${size} bytes expected, ${this.left} left in the message`);
    const from = this.at;
    this.at += size;
    return from;
  }
}

const SCRATCH = Buffer.alloc(8);
