import * as z from 'zod';
import {meetingNumber, optionalText} from '../answer-fields.js';
import {readUrl} from '../../../../../contract/read-url.js';

/** No parameters of this sort. */
export const none = z.object({});

/** An answer without anything in it: Zoom says only that it is done. Our route answers 204 without a body. */
export const nothing = z
  .unknown()
  .transform(() => ({}))
  .pipe(z.object({}));

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

/** Of one occurrence that is over. A number stands for the last of them. */
export const numberOrUuid = z
  .string()
  .regex(/^[A-Za-z0-9+/=_-]{8,64}$/)
  .describe('The number, digits only, for the last time that it was held; or the UUID of one time.');

/** Of one occurrence, as Zoom names it: it may hold slashes. */
export const uuid = z
  .string()
  .regex(/^[A-Za-z0-9+/=_-]{8,64}$/)
  .describe('The UUID of one time that it was held.');

/** Of a series: of one of its occurrences. */
export const occurrenceId = z
  .string()
  .regex(/^\d{1,20}$/)
  .describe('One occurrence of a series; without it, the whole series.');

/** As Zoom gives it: a number in its JSON, text in ours, since not every language reads so long a number. */
export const numberField = meetingNumber.pipe(z.string());

/** The same, where Zoom may leave it out. */
export const optionalNumberField = meetingNumber.optional().catch(undefined).pipe(z.string().optional());

/** `null` and '' are absent. */
export const textField = optionalText.pipe(z.string().optional());

/** Parameters of a link that stand for a sign-in. */
const SECRET_PARAMETERS = ['access_token', 'zak', 'token', 'tk'];

/** A link that is handed on without what would sign somebody in. What is no link is absent. */
export const linkField = optionalText
  .transform((text) => {
    const link = readUrl(text ?? '');
    if (link === undefined) return undefined;
    if (!SECRET_PARAMETERS.some((name) => link.searchParams.has(name))) return text;
    SECRET_PARAMETERS.forEach((name) => link.searchParams.delete(name));
    return link.href;
  })
  .pipe(z.string().optional());

/** An id of Zoom's, which is text in one answer and a number in another. */
export const idField = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(undefined)
  .transform((id) => (id === null || id === '' ? undefined : id))
  .pipe(z.string().optional());

/** Of another type than documented: it counts as absent. */
export const countField = z.number().optional().catch(undefined);

export const flagField = z.boolean().optional().catch(undefined);

/** A list, which Zoom leaves out, or sends as `null`, where it is empty. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((items) => items ?? [], z.array(item));

/** In a query everything is text. */
export const queryFlag = z.preprocess(
  (flag) => (flag === 'true' ? true : flag === 'false' ? false : flag),
  z.boolean(),
);

/** How many items a page has, and which page. */
const pageQueryUpTo = (most: number) =>
  z.object({
    page_size: z.coerce
      .number()
      .int()
      .min(1)
      .max(most)
      .optional()
      .describe(`Items a page, at most ${most}. Where it is absent, Zoom chooses: mostly 30.`),
    next_page_token: z
      .string()
      .min(1)
      .max(512)
      .optional()
      .describe('From the answer before; good for 15 minutes.'),
  });

export const pageQuery = pageQueryUpTo(300);

/** Of Team Chat, which gives less at a time. */
export const chatPageQuery = pageQueryUpTo(50);

/** What a list says besides its items. */
export const pageFields = {next_page_token: textField, total_records: countField};

/** Of this century: another one is a mistake. */
export const day = z.iso.date().startsWith('20');

/** Days in UTC. Zoom answers for a month at most. */
export const dateRange = {
  from: day.optional().describe('The first day, such as 2026-11-01.'),
  to: day.optional().describe('The last day. More than a month after `from` is cut to a month.'),
};

/** The days that an answer is about. */
export const rangeFields = {from: textField, to: textField};
