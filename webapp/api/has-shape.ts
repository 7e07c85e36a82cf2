/** Tells whether a value, which may be anything, is a `T`. */
export type Is<T> = (value: unknown) => value is T;

/** One check a field. A field of `T` that is added, dropped or changed breaks the build where its checks stand. */
export type Checks<T> = {readonly [Name in keyof T]-?: Is<T[Name]>};

export const isText: Is<string> = (value) => typeof value === 'string';
export const isNumber: Is<number> = (value) => typeof value === 'number';
export const isFlag: Is<boolean> = (value) => typeof value === 'boolean';

/** @example isOneOf('on', 'off') */
export const isOneOf =
  <const T>(...values: readonly T[]): Is<T> =>
  (value): value is T =>
    (values as readonly unknown[]).includes(value);

export const isListOf =
  <T>(is: Is<T>): Is<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(is);

/** For a field that may be absent. */
export const isMaybe =
  <T>(is: Is<T>): Is<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || is(value);

/** Further fields are no concern of ours. */
export const hasShape =
  <T>(checks: Checks<T>): Is<T> =>
  (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries<Is<unknown>>(checks).every(([name, is]) => is((value as Record<string, unknown>)[name]));
