import {randomBytes} from 'node:crypto';

/** The operating system's randomness. */
export const systemRandom = {bytes: (length: number): Uint8Array => randomBytes(length)};
