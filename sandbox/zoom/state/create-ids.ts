import type {Random} from '../environment.js';

/** Names of things in the form in which Zoom makes them. */
export interface Ids {
  /** 22 letters, as of users and accounts. */
  opaque(): string;
  secret(): string;
  /** Base64 of 16 bytes: may hold slashes, and begin with one. */
  uuid(): string;
  /** 11 digits, the first an 8. */
  meetingNumber(): number;
  /** 10 digits. */
  personalNumber(): number;
  passcode(): string;
}

const PASSCODE_LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export function createIds(random: Random): Ids {
  const bytes = (length: number): Buffer => Buffer.from(random.bytes(length));
  const below = (limit: number): number => bytes(6).readUIntBE(0, 6) % limit;
  return {
    opaque: () => bytes(16).toString('base64url'),
    secret: () => bytes(24).toString('base64url'),
    uuid: () => bytes(16).toString('base64'),
    meetingNumber: () => 80_000_000_000 + below(9_999_999_999),
    personalNumber: () => 2_000_000_000 + below(7_999_999_999),
    passcode: () =>
      [...bytes(6)].map((byte) => PASSCODE_LETTERS.charAt(byte % PASSCODE_LETTERS.length)).join(''),
  };
}
