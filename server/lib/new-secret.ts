/** 24 random bytes are 32 characters: as long as Mattermost's own, and what the official plugin's cipher needs. */
const SECRET_BYTES = 24;

/** A secret that needs no escape in an address. */
export const newSecret = (random: {bytes(length: number): Uint8Array}): string =>
  Buffer.from(random.bytes(SECRET_BYTES)).toString('base64url');
