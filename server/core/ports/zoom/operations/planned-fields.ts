import * as z from 'zod';

const topic = z.string().min(1).max(200);
const agenda = z.string().max(2000);
const start_time = z.iso
  .datetime({local: true, precision: 0})
  .describe('2026-11-23T15:00:00Z in UTC; without the Z it is of `timezone`. What is past becomes now.');
const duration = z.int().min(1).max(1440).describe('Minutes.');
const timezone = z
  .string()
  .regex(/^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+){0,2}$/)
  .max(64)
  .describe('Such as Europe/Berlin.');
const password = z
  .string()
  .regex(/^[A-Za-z0-9@*_-]{1,10}$/)
  .describe('The passcode. Where it is absent, Zoom makes one.');
const schedule_for = z.email().max(128).describe('Who hosts it, if they let the user schedule for them.');

const WEEKDAYS = 'of the week, 1 is Sunday';
const recurrence = z.object({
  type: z.literal([1, 2, 3]).describe('1 daily, 2 weekly, 3 monthly.'),
  repeat_interval: z.int().min(1).max(90).optional().describe('Every how many days, weeks or months.'),
  weekly_days: z
    .string()
    .regex(/^[1-7](,[1-7]){0,6}$/)
    .optional()
    .describe(`Days ${WEEKDAYS}, separated by commas.`),
  monthly_day: z.int().min(1).max(31).optional(),
  monthly_week: z.literal([-1, 1, 2, 3, 4]).optional().describe('-1 is the last of the month.'),
  monthly_week_day: z.int().min(1).max(7).optional().describe(`Day ${WEEKDAYS}.`),
  end_times: z.int().min(1).max(60).optional().describe('How often.'),
  end_date_time: z.iso.datetime({precision: 0}).optional().describe('Until when, in UTC.'),
});

const flag = z.boolean().optional();
const approval_type = z
  .literal([0, 1, 2])
  .optional()
  .describe('0 whoever registers may come, 1 the host approves each, 2 nobody has to register.');

/** What a host may want otherwise than their settings in Zoom have it. */
const common = {
  host_video: flag,
  approval_type,
  registration_type: z
    .literal([1, 2, 3])
    .optional()
    .describe('Of a series: 1 once for all, 2 for each occurrence, 3 once for those that they choose.'),
  audio: z.enum(['both', 'telephony', 'voip']).optional(),
  auto_recording: z.enum(['local', 'cloud', 'none']).optional(),
  alternative_hosts: z.string().max(1024).optional().describe('E-mail addresses, separated by semicolons.'),
  alternative_hosts_email_notification: flag,
  meeting_authentication: flag,
  registrants_email_notification: flag,
  close_registration: flag,
  contact_name: z.string().max(128).optional(),
  contact_email: z.email().max(128).optional(),
};

const meetingSettings = z.object({
  ...common,
  use_pmi: flag.describe('It takes place in the personal meeting room of the host.'),
  participant_video: flag,
  join_before_host: flag,
  jbh_time: z.literal([0, 5, 10, 15]).optional().describe('How many minutes before; 0 at any time.'),
  mute_upon_entry: flag,
  waiting_room: flag,
  private_meeting: flag,
  encryption_type: z.enum(['enhanced_encryption', 'e2ee']).optional(),
  auto_start_meeting_summary: flag,
  meeting_invitees: z
    .array(z.object({email: z.email().max(128)}))
    .max(100)
    .optional(),
});

const webinarSettings = z.object({
  ...common,
  panelists_video: flag,
  practice_session: flag,
  hd_video: flag,
  on_demand: flag,
  question_and_answer: z.object({enable: flag, allow_anonymous_questions: flag}).optional(),
});

const planned = {
  topic,
  agenda: agenda.optional(),
  start_time: start_time.optional(),
  duration: duration.optional(),
  timezone: timezone.optional(),
  password: password.optional(),
  recurrence: recurrence.optional(),
};
const TYPES = '1 instant, 2 scheduled, 3 a series without times, 8 a series with times.';
const meetingType = z.literal([1, 2, 3, 8]).describe(TYPES);
const webinarType = z.literal([5, 6, 9]).describe('5 once, 6 a series without times, 9 a series with times.');

/** A meeting as somebody plans it. It has a number of its own unless the personal room is asked for. */
export const newMeeting = z.object({
  ...planned,
  type: meetingType.default(2),
  schedule_for: schedule_for.optional(),
  settings: meetingSettings.extend({use_pmi: z.boolean().default(false)}).prefault({}),
});

export const changedMeeting = z.object({
  ...planned,
  topic: topic.optional(),
  type: meetingType.optional(),
  schedule_for: schedule_for.optional(),
  settings: meetingSettings.optional(),
});

export const newWebinar = z.object({
  ...planned,
  type: webinarType.default(5),
  settings: webinarSettings.optional(),
});
