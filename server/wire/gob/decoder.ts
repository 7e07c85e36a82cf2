import {ByteQueue} from '../../lib/byte-queue.js';
import {DEFAULT_LIMITS, type DecoderLimits} from './decoder-limits.js';
import {GobError} from './gob-error.js';
import {GobReader} from './gob-reader.js';
import {takeMessage} from './take-message.js';
import {TypeTable} from './type-table.js';
import {STARVED, ValueMachine} from './value-machine.js';

/** One direction of a gob stream, read without knowing its types beforehand. */
export interface GobDecoder {
  /** Adds bytes as they arrive, cut anywhere. */
  push(chunk: Uint8Array): void;
  /**
   * The next value that is complete. Integers are numbers, bigints beyond 2^53; structs are objects with the fields
   * that were sent; maps with string keys are objects without prototype, others are Maps; what an interface holds is
   * plain JavaScript or a {@link GobNamed}.
   *
   * Throws {@link GobError} when the bytes cannot be gob or ask too much; after that it only repeats the error.
   */
  next(): {readonly value: unknown} | undefined;
}

/** Creates a decoder. However hostile, the bytes cost memory in proportion to their number and the limits. */
export function createDecoder(limits: Partial<DecoderLimits> = {}): GobDecoder {
  return new StreamDecoder({...DEFAULT_LIMITS, ...limits});
}

class StreamDecoder implements GobDecoder {
  private readonly queue = new ByteQueue();
  private readonly machine: ValueMachine;
  /** What the value that is being read may still take. */
  private bytesLeft: number;
  private failure: Error | undefined;

  constructor(private readonly limits: DecoderLimits) {
    this.machine = new ValueMachine(new TypeTable(limits.definitions), limits);
    this.bytesLeft = limits.bytes;
  }

  push(chunk: Uint8Array): void {
    if (!this.failure) this.queue.append(chunk);
  }

  next(): {value: unknown} | undefined {
    if (this.failure) throw this.failure;
    try {
      return this.readMessages();
    } catch (error) {
      this.failure = error as Error;
      this.queue.clear();
      throw error;
    }
  }

  /** Reads messages until one of them completes a value. */
  private readMessages(): {value: unknown} | undefined {
    for (;;) {
      const message = takeMessage(this.queue, this.bytesLeft);
      if (!message) return undefined;
      this.bytesLeft -= message.length;
      const value = this.readMessage(message);
      if (value === STARVED) continue;
      this.bytesLeft = this.limits.bytes;
      return {value};
    }
  }

  private readMessage(message: Buffer): unknown {
    const {machine} = this;
    machine.reader = new GobReader(message);
    const value = machine.idle ? this.begin() : machine.resume();
    if (machine.reader.left > 0) throw new GobError('malformed', 'bytes behind the end of a value');
    return value;
  }

  private begin(): unknown {
    const id = this.machine.reader.id();
    if (id >= 0) return this.machine.start(id);
    this.machine.define(-id);
    return STARVED;
  }
}
