/** Letters and digits that nobody mistakes for each other. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 8;

/** A code that a person reads in one place and types in another. */
export const newCode = (random: {bytes(length: number): Uint8Array}): string =>
  Array.from(random.bytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** As a person types it: in any case, with hyphens or without. `undefined`: it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return code.length === LENGTH ? code : undefined;
}

/** As people are shown it. */
export const showCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
