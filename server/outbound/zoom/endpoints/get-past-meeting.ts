import {z} from 'zod';
import type {ZoomPastMeeting} from '../../../core/ports/zoom.js';
import {optionalText, optionalTime} from './answer-fields.js';
import {encodeUuid} from './encode-segment.js';
import type {LookupEndpoint} from './endpoint.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId} */
export const getPastMeeting = {
  name: 'get-past-meeting',
  method: 'GET',
  path: (uuid) => `/past_meetings/${encodeUuid(uuid)}`,
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
} satisfies LookupEndpoint<string, ZoomPastMeeting>;
