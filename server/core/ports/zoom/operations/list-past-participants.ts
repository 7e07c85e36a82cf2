import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, numberOrUuid, pageQuery} from './fields.js';
import {participantsPage} from './participant-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId}/participants */
export const listPastParticipants = defineOperation({
  method: 'GET',
  path: '/past_meetings/{meetingId}/participants',
  summary:
    'Who was in a meeting that is over: a row for each stay. Zoom names them some minutes after the end.',
  params: z.object({meetingId: numberOrUuid}),
  query: pageQuery,
  body: none,
  answer: participantsPage,
  uuids: ['meetingId'],
  of: 'past',
  scopes: {granular: 'meeting:read:list_past_participants', classic: ['meeting:read']},
  feature: 'attendance',
  rate: 'medium',
});
