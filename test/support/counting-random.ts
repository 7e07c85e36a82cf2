import type {Random} from '../../server/core/ports/random.js';

/** No two answers are alike, and every run gives the same ones. */
export function createCountingRandom(): Random {
  let count = 0;
  return {
    bytes(length) {
      count += 1;
      const bytes = new Uint8Array(length);
      for (let at = 0, rest = count; at < length; at++, rest = Math.floor(rest / 256)) {
        bytes[length - 1 - at] = rest % 256;
      }
      return bytes;
    },
  };
}
