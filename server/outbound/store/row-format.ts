import type * as z from 'zod';

/** A row's text as it was read, and how the next one is written. */
export interface Reading<T> {
  value: T;
  /** How many of the row's elements cannot be read. */
  unreadable: number;
  /**
   * The row's text with this value. What cannot be read, and what was not changed, stays byte for byte. `undefined`:
   * the value would replace something that cannot be read.
   */
  write(next: NonNullable<T>): string | undefined;
}

/** What a kind of row holds. */
export interface RowFormat<T> {
  /** `undefined` in: there is no such row. `undefined` out: the text as a whole cannot be read. */
  read(stored: string | undefined): Reading<T> | undefined;
}

/**
 * What a record must have. Anything else in it belongs to a newer version and stays. So a schema only judges, and the
 * parsed value is used as it is. Its two types are the same, because a schema that changes values could not promise
 * that.
 */
export type RecordSchema<T> = z.ZodType<T, T>;

/** 3.0.0 wrote no version. */
const versionOf = (record: object): unknown => ('v' in record ? record.v : undefined);
const isVersion = (v: unknown): boolean => v === undefined || (Number.isInteger(v) && Number(v) > 0);

export const isReadable = <T>(schema: RecordSchema<T>, parsed: unknown): parsed is T =>
  typeof parsed === 'object' &&
  parsed !== null &&
  isVersion(versionOf(parsed)) &&
  schema.safeParse(parsed).success;

/** A record as this version writes it. A version never goes back: a newer version's record stays one. */
export function recordText(record: object, version: number): string {
  const v = Math.max(version, Number(versionOf(record) ?? version));
  return JSON.stringify(Object.assign({v}, record, {v}));
}

/** `undefined`: it is not JSON. */
export function parseText(stored: string): {parsed: unknown} | undefined {
  try {
    return {parsed: JSON.parse(stored) as unknown};
  } catch {
    return undefined;
  }
}
