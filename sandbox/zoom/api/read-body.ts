import type * as z from 'zod';
import {refusals} from './refusals.js';

/** Types are checked, unknown fields are not. Throws the refusal, which names every field that is wrong. */
export function readBody<T>(schema: z.ZodType<T>, json: unknown): T {
  const read = schema.safeParse(json ?? {});
  if (read.success) return read.data;
  throw refusals.invalid(read.error.issues.map(({path, message}) => ({field: path.join('.'), message})));
}
