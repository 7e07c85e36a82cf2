import type {RowFormat} from './row-format.js';

/** Rows that are alike. */
export interface RowKind<T, Key extends string = string> {
  /** Words in angle brackets stand for what differs between the rows of a kind. */
  key: Key;
  format: RowFormat<T>;
  /** Seconds after its last change; `undefined`: for good. */
  keptSeconds: number | undefined;
  /** What does not work while the row cannot be read, for the administrator who reads the log. */
  stops: string;
  /** The key must not be logged. */
  isSecret: boolean;
}

interface Declared<T, Key extends string> extends Partial<Pick<RowKind<T>, 'keptSeconds' | 'isSecret'>> {
  key: Key;
  stops: string;
  /** Of what this version writes. */
  version: number;
  holds: (version: number) => RowFormat<T>;
}

/** Declares a kind of row. */
export const defineRow = <T, const Key extends string>({
  key,
  stops,
  version,
  holds,
  keptSeconds,
  isSecret = false,
}: Declared<T, Key>): RowKind<T, Key> => ({key, stops, format: holds(version), keptSeconds, isSecret});

/** As many texts as the key has words in angle brackets. */
export type RowIds<Key extends string> = Key extends `${string}<${string}>${infer Rest}`
  ? [string, ...RowIds<Rest>]
  : [];

export function keyOf<Key extends string>({key}: {key: Key}, ids: RowIds<Key>): string {
  const rest: string[] = [...ids];
  return key.replaceAll(/<[^>]+>/g, () => rest.shift() ?? '');
}
