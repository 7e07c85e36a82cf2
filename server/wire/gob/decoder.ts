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
  const allowed = {...DEFAULT_LIMITS, ...limits};
  const queue = new ByteQueue();
  const machine = new ValueMachine(new TypeTable(allowed.definitions), allowed);
  let bytesLeft = allowed.bytes;
  let failure: Error | undefined;

  function next(): {value: unknown} | undefined {
    for (;;) {
      const message = takeMessage(queue, bytesLeft);
      if (!message) return undefined;
      bytesLeft -= message.length;
      const value = readMessage(message);
      if (value === STARVED) continue;
      bytesLeft = allowed.bytes;
      return {value};
    }
  }

  /** The value the message completes, or STARVED. */
  function readMessage(message: Buffer): unknown {
    machine.reader = new GobReader(message);
    const value = machine.idle ? begin() : machine.resume();
    if (machine.reader.left > 0) throw new GobError('malformed', 'bytes behind the end of a value');
    return value;
  }

  function begin(): unknown {
    const id = machine.reader.id();
    if (id >= 0) return machine.start(id);
    machine.define(-id);
    return STARVED;
  }

  return {
    push: (chunk) => {
      if (failure === undefined) queue.append(chunk);
    },
    next: () => {
      if (failure !== undefined) throw failure;
      try {
        return next();
      } catch (error) {
        failure = error as Error;
        queue.clear();
        throw error;
      }
    },
  };
}
