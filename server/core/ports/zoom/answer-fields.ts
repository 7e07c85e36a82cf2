import * as z from 'zod';

/** Zoom sends `null` or `""` for what is absent. */
export const optionalText = z
  .string()
  .nullish()
  .transform((text) => (text === null || text === '' ? undefined : text));

/** A JSON number in REST, a string in many webhooks; digits in a string from here on. */
export const meetingNumber = z.union([z.int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String);

/** `2026-11-23T15:02:00Z` in milliseconds since the Unix epoch; `undefined` where absent or not a time in UTC. */
export const optionalTime = optionalText.transform((text) => {
  const milliseconds = text?.endsWith('Z') ? Date.parse(text) : NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
});

/** The answer of a call that only changes something: it has no body (202, 204), or one that says no more. */
export const noAnswer = z.unknown().transform((): void => undefined);
