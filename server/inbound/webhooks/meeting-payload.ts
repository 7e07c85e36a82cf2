import * as z from 'zod';
import type {MeetingEvent} from '../../core/domain/events.js';

/** Zoom sends "" and null for what it does not know. */
const text = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value || undefined);

/** What something is called in Zoom. With half a character in it, it names nothing, and the event is of no use. */
const name = text.refine((value) => value?.includes('\ufffd') !== true);

const time = text.transform((value) => {
  const at = value === undefined ? Number.NaN : Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
});

/**
 * The fields that are used of `meeting.started` and `meeting.ended`, today's and those of 2019 (no `event_ts`, no
 * `end_time`). The number is a string in these events and a number in others.
 * Source: https://developers.zoom.us/docs/api/meetings/events/
 */
const meetingPayloadSchema = z.object({
  payload: z.object({
    account_id: name,
    object: z.object({
      id: z
        .union([z.string(), z.number()])
        .transform(String)
        .pipe(z.string().regex(/^\d{1,15}$/)),
      uuid: name,
      host_id: name,
      start_time: time,
      end_time: time,
    }),
  }),
});

/** `undefined`: the body is not such an event. */
export function readMeetingEvent(
  kind: 'started' | 'ended',
  body: unknown,
  receivedAt: number,
): MeetingEvent<'started' | 'ended'> | undefined {
  const parsed = meetingPayloadSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const {account_id, object} = parsed.data.payload;
  const told = {
    number: object.id,
    uuid: object.uuid,
    hostId: object.host_id,
    accountId: account_id,
    startedAt: object.start_time,
    receivedAt,
  };
  // A meeting that has only started has no end, whatever a payload says.
  return kind === 'ended' ? {...told, kind, endedAt: object.end_time} : {...told, kind};
}
