import {isReadable, parseText, type RecordSchema, recordText, type RowFormat} from './row-format.js';

/** One record; no row is `undefined`. */
export const recordOf =
  <T extends object>(schema: RecordSchema<T>) =>
  (version: number): RowFormat<T | undefined> => ({
    read(stored) {
      const write = (next: T): string => recordText(next, version);
      if (stored === undefined) return {value: undefined, unreadable: 0, write};
      const {parsed} = parseText(stored) ?? {};
      if (!isReadable(schema, parsed)) return undefined;
      return {value: parsed, unreadable: 0, write: (next) => (next === parsed ? stored : write(next))};
    },
  });
