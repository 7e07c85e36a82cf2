import * as z from 'zod';
import type {MeetingEvent} from '../../core/domain/events.js';
import {nameField, numberField, timeField} from './payload-fields.js';

/**
 * The fields that are used of `meeting.started`, `meeting.ended` and those of webinars, today's and those of 2019 (no
 * `event_ts`, no `end_time`). The number is a string in these events and a number in others.
 * Source: https://developers.zoom.us/docs/api/meetings/events/
 */
const meetingPayloadSchema = z.object({
  payload: z.object({
    account_id: nameField,
    object: z.object({
      id: numberField,
      uuid: nameField,
      host_id: nameField,
      start_time: timeField,
      end_time: timeField,
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
