import {GobError} from './gob-error.js';

export const MIN_INT64 = -(2n ** 63n);
export const MAX_INT64 = 2n ** 63n - 1n;
export const MAX_UINT64 = 2n ** 64n - 1n;

/** Each answers the value it was given, or throws {@link GobError}. */
export function expectBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw mismatch('a boolean', value);
  return value;
}

export function expectNumber(value: unknown): number {
  if (typeof value !== 'number') throw mismatch('a number', value);
  return value;
}

export function expectString(value: unknown): string {
  if (typeof value !== 'string') throw mismatch('a string', value);
  return value;
}

export function expectInteger(value: unknown, min: bigint, max: bigint): number | bigint {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min) return value;
  if (typeof value === 'bigint' && value >= min && value <= max) return value;
  throw mismatch(`an integer from ${min} to ${max} (a bigint beyond 2^53)`, value);
}

export function expectBytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw mismatch('a Uint8Array', value);
  return value;
}

export function expectArray(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw mismatch('an array', value);
  return value;
}

/** Members set to undefined count as absent, as in JSON. */
export function expectEntries(value: unknown): readonly (readonly [key: unknown, value: unknown])[] {
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
  return Object.entries(expectObject(value)).filter(([, member]) => member !== undefined);
}

export function expectObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mismatch('an object', value);
  return value as Record<string, unknown>;
}

/** Names the kind of what came, never its content: it may be a secret. */
function mismatch(expected: string, value: unknown): GobError {
  return new GobError(
    'unencodable',
    `${expected} expected, got ${value === null ? 'null' : `a ${typeof value}`}`,
  );
}
