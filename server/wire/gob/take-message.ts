import type {ByteQueue} from '../../lib/byte-queue.js';
import {GobError} from './gob-error.js';

/** Takes the first message off the queue, without the length in front of it, once all its bytes are there. */
export function takeMessage(queue: ByteQueue, limit: number): Buffer | undefined {
  if (queue.length === 0) return undefined;
  const first = queue.at(0);
  const header = first < 0x80 ? 1 : 1 + 256 - first;
  if (header > 9) throw new GobError('malformed', `a length of ${header - 1} bytes`);
  if (queue.length < header) return undefined;
  const size = first < 0x80 ? first : bigEndian(queue, header);
  if (size > limit) throw new GobError('over-limit', `a message of ${size} bytes where ${limit} are left`);
  if (queue.length < header + size) return undefined;
  queue.take(header);
  return queue.take(size);
}

function bigEndian(queue: ByteQueue, end: number): number {
  let value = 0;
  for (let index = 1; index < end; index++) value = value * 256 + queue.at(index);
  return value;
}
