import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, number, occurrenceId} from './fields.js';
import {shownMeeting} from './meeting-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId} */
export const getMeeting = defineOperation({
  method: 'GET',
  path: '/meetings/{meetingId}',
  summary: 'A meeting that runs or is to come.',
  params: z.object({meetingId: number}),
  query: z.object({occurrence_id: occurrenceId.optional()}),
  body: none,
  answer: shownMeeting,
  of: 'meeting',
  scopes: {granular: 'meeting:read:meeting', classic: ['meeting:read']},
  feature: 'import',
  rate: 'light',
});
