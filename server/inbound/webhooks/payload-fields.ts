import * as z from 'zod';

/** Zoom sends "" and null for what it does not know. */
const text = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value || undefined);

/** What something is called in Zoom. With half a character in it, it names nothing, and the event is of no use. */
export const nameField = text.refine((value) => value?.includes('\ufffd') !== true);

/** Milliseconds since the epoch. */
export const timeField = text.transform((value) => {
  const at = value === undefined ? Number.NaN : Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
});

/** Zoom gives one and the same thing as a string in one event and as a number in another. */
export const looseText = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(undefined)
  .transform((value) => value || undefined);

/** The number of a meeting, digits only. */
export const numberField = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,15}$/));
