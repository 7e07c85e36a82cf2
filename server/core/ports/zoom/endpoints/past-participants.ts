import * as z from 'zod';
import {readEmail} from '../../../domain/email.js';
import {shorten, singleLine} from '../../../domain/plain-text.js';
import {optionalTime} from '../answer-fields.js';
import type {ListEndpoint, LookupEndpoint} from '../endpoint.js';

/** Somebody's stay in an occurrence that has ended. Times: ms since the epoch. */
export interface ZoomAttendance {
  /** The in-meeting number, as webhooks name it. */
  stayId: string | undefined;
  /** `undefined`: they had not signed in. */
  zoomUserId: string | undefined;
  /** As they typed it. */
  name: string;
  /** In lower case. It says who they are here, and goes no further. */
  address: string | undefined;
  joinedAt: number | undefined;
  leftAt: number | undefined;
}

/** More than Zoom lets anybody call themselves. */
const MAX_NAME_LENGTH = 100;

/** Zoom gives one and the same thing as a string here and as a number there. */
const looseText = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(undefined)
  .transform((text) => text || undefined);

const row = z.object({
  id: looseText,
  user_id: looseText,
  name: looseText,
  user_email: looseText,
  /** They have registered for the meeting: then the address is whatever they typed. */
  registrant_id: looseText,
  join_time: optionalTime,
  leave_time: optionalTime,
  status: looseText,
});

const attendanceOf = (told: z.infer<typeof row>): ZoomAttendance => ({
  stayId: told.user_id,
  zoomUserId: told.id,
  name: shorten(singleLine(told.name ?? ''), MAX_NAME_LENGTH),
  address: told.user_email && told.registrant_id === undefined ? readEmail(told.user_email) : undefined,
  joinedAt: told.join_time,
  leftAt: told.leave_time,
});

/**
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId}/participants By UUID: a row
 * for each stay. Who only waited to be let in was not there. Paid accounts alone have it.
 */
export const pastParticipants: ListEndpoint<string, ZoomAttendance> &
  LookupEndpoint<string, readonly ZoomAttendance[]> = {
  method: 'GET',
  path: (uuid) => ['past_meetings', {uuid}, 'participants'],
  query: () => ({page_size: 300}),
  answer: z
    .object({participants: z.array(row)})
    .transform(({participants}) =>
      participants.filter(({status}) => status !== 'in_waiting_room').map(attendanceOf),
    ),
  /** Twelve hundred stays: more than a card can make use of. */
  pages: 4,
  absentCodes: [3001],
  scopes: {granular: 'meeting:read:list_past_participants', classic: ['meeting:read']},
  feature: 'attendance',
  rate: 'medium',
};
