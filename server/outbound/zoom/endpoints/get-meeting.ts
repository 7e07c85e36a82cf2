import {z} from 'zod';
import type {ZoomMeetingState} from '../../../core/ports/zoom.js';
import {optionalText} from './answer-fields.js';
import {encodeSegment} from './encode-segment.js';
import type {LookupEndpoint} from './endpoint.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId} */
export const getMeeting = {
  name: 'get-meeting',
  method: 'GET',
  path: (number) => `/meetings/${encodeSegment(number)}`,
  answer: z
    .object({
      uuid: optionalText,
      host_id: optionalText,
      status: z.enum(['waiting', 'started']).optional().catch(undefined),
    })
    .transform(({uuid, host_id, status}) => ({uuid, hostId: host_id, status})),
  /** Deleted, expired, or over for good. */
  absentCodes: [3001],
} satisfies LookupEndpoint<string, ZoomMeetingState>;
