import {z} from 'zod';
import {meetingNumber, optionalText} from './answer-fields.js';
import {encodeSegment} from './encode-segment.js';
import type {Endpoint} from './endpoint.js';

interface NewMeeting {
  zoomUserId: string;
  topic: string;
}

/** As Zoom described it: nothing here has been found fit to be posted. */
interface CreatedMeeting {
  number: string;
  uuid: string | undefined;
  hostId: string | undefined;
  joinUrl: string | undefined;
  password: string | undefined;
}

/** `type` of a meeting that starts now. */
const INSTANT = 1;

/**
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 * No more is sent than makes it this meeting: all else follows the person's own settings in Zoom.
 */
export const createMeeting = {
  name: 'create-meeting',
  method: 'POST',
  path: ({zoomUserId}) => `/users/${encodeSegment(zoomUserId)}/meetings`,
  body: ({topic}) => ({type: INSTANT, topic, settings: {use_pmi: false}}),
  answer: z
    .object({
      id: meetingNumber,
      uuid: optionalText,
      host_id: optionalText,
      join_url: optionalText,
      password: optionalText,
    })
    .transform((meeting) => ({
      number: meeting.id,
      uuid: meeting.uuid,
      hostId: meeting.host_id,
      joinUrl: meeting.join_url,
      password: meeting.password,
    })),
} satisfies Endpoint<NewMeeting, CreatedMeeting>;
