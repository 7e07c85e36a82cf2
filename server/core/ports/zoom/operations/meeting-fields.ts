import * as z from 'zod';
import {countField, flagField, numberField, textField} from './fields.js';

/** Of a planned meeting that is held more than once. */
const occurrence = z.object({
  occurrence_id: textField,
  start_time: textField,
  duration: countField,
  status: textField,
});

/** What the product and its callers read of a meeting or webinar; the passcode is for the host alone. */
const common = {
  id: numberField,
  uuid: textField,
  host_id: textField,
  topic: textField,
  /** Zoom's number: 1 instant · 2 scheduled · 3 recurring without a time · 8 recurring · 5, 6, 9 webinars. */
  type: countField,
  start_time: textField,
  duration: countField,
  timezone: textField,
  created_at: textField,
  join_url: textField,
};

/** As a list shows it. */
export const listedMeeting = z.object(common);

/** As it shows one. */
export const shownMeeting = z.object({
  ...common,
  host_email: textField,
  status: textField,
  agenda: textField,
  password: textField,
  registration_url: textField,
  occurrences: z.array(occurrence).optional().catch(undefined),
  settings: z
    .object({
      alternative_hosts: textField,
      approval_type: countField,
      meeting_authentication: flagField,
      join_before_host: flagField,
      waiting_room: flagField,
    })
    .optional()
    .catch(undefined),
});
