import * as z from 'zod';
import {optionalText, optionalTime} from '../answer-fields.js';
import type {LookupEndpoint} from '../endpoint.js';

/** An occurrence that has ended. Times in milliseconds since the Unix epoch. */
export interface ZoomPastMeeting {
  uuid: string;
  hostId: string | undefined;
  startedAt: number | undefined;
  endedAt: number | undefined;
}

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId} */
export const pastMeeting: LookupEndpoint<string, ZoomPastMeeting> = {
  method: 'GET',
  path: (uuid) => ['past_meetings', {uuid}],
  answer: z
    .object({
      uuid: z.string().min(1),
      host_id: optionalText,
      start_time: optionalTime,
      end_time: optionalTime,
    })
    .transform((past) => ({
      uuid: past.uuid,
      hostId: past.host_id,
      startedAt: past.start_time,
      endedAt: past.end_time,
    })),
  absentCodes: [3001],
  scopes: {granular: 'meeting:read:past_meeting', classic: ['meeting:read']},
  rate: 'light',
};
