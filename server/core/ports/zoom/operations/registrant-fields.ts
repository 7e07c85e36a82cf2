import * as z from 'zod';
import {
  idField,
  listOf,
  occurrenceId,
  optionalNumberField,
  pageFields,
  pageQuery,
  textField,
} from './fields.js';

/** Who is to be registered, as their host types it; Zoom may ask for more, which it names in its refusal. */
export const newRegistrant = z.object({
  email: z.email().max(128),
  first_name: z.string().min(1).max(64),
  last_name: z.string().max(64).optional(),
  org: z.string().max(128).optional(),
  job_title: z.string().max(128).optional(),
  phone: z.string().max(32).optional(),
  comments: z.string().max(1000).optional(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z]{2,4})?$/)
    .optional()
    .describe('Of the confirmation that Zoom mails them, such as `de-DE`.'),
});

export const registrationQuery = z.object({
  occurrence_ids: z
    .string()
    .regex(/^\d{1,20}(,\d{1,20}){0,49}$/)
    .optional()
    .describe('Of a series: the occurrences, separated by commas.'),
});

export const addedRegistrant = z.object({
  id: optionalNumberField.describe('The number of the meeting or webinar.'),
  registrant_id: idField,
  join_url: textField,
  start_time: textField,
  topic: textField,
});

export const registrantsQuery = pageQuery.extend({
  status: z.enum(['pending', 'approved', 'denied']).optional().describe('Approved where it is absent.'),
  occurrence_id: occurrenceId.optional(),
});

/** Without what people typed into questions of the host's own. */
export const registrantsPage = z.object({
  ...pageFields,
  registrants: listOf(
    z.object({
      id: idField,
      email: textField,
      first_name: textField,
      last_name: textField,
      org: textField,
      job_title: textField,
      status: textField,
      create_time: textField,
    }),
  ),
});
