import {randomBytes} from 'node:crypto';
import type {Random} from '../../core/ports/random.js';

/** The operating system's randomness. */
export function createRandom(): Random {
  return {bytes: (length) => randomBytes(length)};
}
