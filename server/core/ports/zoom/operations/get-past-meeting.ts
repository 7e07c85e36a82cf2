import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {countField, flagField, none, numberOrUuid, optionalNumberField, textField} from './fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId} */
export const getPastMeeting = defineOperation({
  method: 'GET',
  path: '/past_meetings/{meetingId}',
  summary: 'A meeting that is over: when it began and ended, and how many were in it.',
  params: z.object({meetingId: numberOrUuid}),
  query: none,
  body: none,
  answer: z.object({
    id: optionalNumberField,
    uuid: textField,
    host_id: textField,
    topic: textField,
    type: countField,
    user_name: textField,
    user_email: textField,
    start_time: textField,
    end_time: textField,
    duration: countField.describe('Minutes.'),
    total_minutes: countField.describe('Of all participants together.'),
    participants_count: countField,
    has_meeting_summary: flagField,
  }),
  uuids: ['meetingId'],
  of: 'answer',
  scopes: {granular: 'meeting:read:past_meeting', classic: ['meeting:read']},
  feature: 'import',
  rate: 'light',
});
