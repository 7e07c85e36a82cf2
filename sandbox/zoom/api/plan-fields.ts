import * as z from 'zod';
import {isTimezone, readTime} from '../scheduling/local-time.js';
import type {PlanChanges} from '../scheduling/change-plan.js';
import {refusals} from './refusals.js';

const optional = z.exactOptional;

const email = z.object({email: z.string()});

const recurrence = z.object({
  type: z.literal([1, 2, 3]),
  repeat_interval: optional(z.int().min(1).max(90)),
  weekly_days: optional(z.string().regex(/^[1-7](,[1-7])*$/)),
  monthly_day: optional(z.int().min(1).max(31)),
  monthly_week: optional(z.literal([-1, 1, 2, 3, 4])),
  monthly_week_day: optional(z.int().min(1).max(7)),
  end_times: optional(z.int().min(1).max(60)),
  end_date_time: optional(z.string()),
});

/** What the API takes for a meeting or a webinar besides its type. */
export const planFields = {
  topic: optional(z.string().max(200)),
  agenda: optional(z.string().max(2000)),
  start_time: optional(z.string()),
  duration: optional(z.int().min(1).max(1440)),
  timezone: optional(z.string().refine(isTimezone, 'Invalid field.')),
  password: optional(z.string().max(10)),
  recurrence: optional(recurrence),
  settings: optional(
    z.looseObject({
      use_pmi: optional(z.boolean()),
      waiting_room: optional(z.boolean()),
      join_before_host: optional(z.boolean()),
      approval_type: optional(z.literal([0, 1, 2])),
      registration_type: optional(z.literal([1, 2, 3])),
      alternative_hosts: optional(z.string()),
      meeting_authentication: optional(z.boolean()),
      meeting_invitees: optional(z.array(email)),
      registrants_restrict_number: optional(z.int().min(0).max(20_000)),
    }),
  ),
};

type PlanInput = z.infer<z.ZodObject<typeof planFields>>;

/** As the simulator keeps it. A time that has passed is now, as in Zoom. Throws the refusal for what is no time. */
export function readPlan(
  {start_time, settings = {}, ...given}: PlanInput,
  now: number,
  timezone: string,
): PlanChanges {
  const {waiting_room: waitingRoom, join_before_host: joinBeforeHost, ...others} = settings;
  const {registrants_restrict_number: most} = others;
  const at = start_time === undefined ? undefined : readTime(start_time, given.timezone ?? timezone);
  if (start_time !== undefined && at === undefined) {
    throw refusals.invalid([{field: 'start_time', message: 'Invalid field.'}]);
  }
  const {topic, agenda, duration, timezone: zone, password, recurrence: series} = given;
  return {
    ...(topic !== undefined && {topic}),
    ...(agenda !== undefined && {agenda}),
    ...(duration !== undefined && {duration}),
    ...(zone !== undefined && {timezone: zone}),
    ...(password !== undefined && {password}),
    ...(series !== undefined && {recurrence: series}),
    ...(at !== undefined && {startTime: Math.max(at, now)}),
    ...(waitingRoom !== undefined && {waitingRoom}),
    ...(joinBeforeHost !== undefined && {joinBeforeHost}),
    ...(most !== undefined && most > 0 && {capacity: most}),
    settings: others,
  };
}
