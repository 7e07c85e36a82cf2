import type {z} from 'zod';
import type {RowFormat} from './row.js';

/** Rows are JSON of one shape; what does not fit (damage, or a newer version) reads as `empty`. */
export function jsonFormat<T>(schema: z.ZodType<T>, empty: T): RowFormat<T> {
  return {
    encode: (value) => JSON.stringify(value),
    decode(stored) {
      if (stored === undefined) return empty;
      try {
        return schema.parse(JSON.parse(stored));
      } catch {
        return empty;
      }
    },
  };
}
