/** 16 random bytes in hexadecimal: no two are alike. */
export const newId = (random: {bytes(length: number): Uint8Array}): string =>
  Buffer.from(random.bytes(16)).toString('hex');
