import * as z from 'zod';
import {meetingNumber, optionalText} from '../answer-fields.js';

/** No parameters of this sort. */
export const none = z.object({});

/** The id or the e-mail address of a Zoom user; `me`: the caller. */
export const userId = z
  .string()
  .min(1)
  .max(254)
  .describe('The id or e-mail address of a Zoom user, or `me`.');

/** The number of a meeting or a webinar, digits only. */
export const number = z
  .string()
  .regex(/^\d{9,15}$/)
  .describe('The number, digits only.');

/** As Zoom gives it: a number in its JSON, text in ours, since not every language reads so long a number. */
export const numberField = meetingNumber.pipe(z.string());

/** `null` and '' are absent. */
export const textField = optionalText.pipe(z.string().optional());

/** Of another type than documented: it counts as absent. */
export const countField = z.number().optional().catch(undefined);

export const flagField = z.boolean().optional().catch(undefined);

/** How many items a page has, and which page. */
export const pageQuery = z.object({
  page_size: z.coerce
    .number()
    .int()
    .min(1)
    .max(300)
    .optional()
    .describe('Items a page, 30 where it is absent.'),
  next_page_token: z.string().max(512).optional().describe('From the answer before; good for 15 minutes.'),
});

/** What a list says besides its items. */
export const pageFields = {next_page_token: textField, total_records: countField};
