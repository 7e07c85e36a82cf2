import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, nothing, number, occurrenceId, queryFlag} from './fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/DELETE/meetings/{meetingId} */
export const deleteMeeting = defineOperation({
  method: 'DELETE',
  path: '/meetings/{meetingId}',
  summary: 'Deletes a meeting; of a series, all of it or one occurrence.',
  params: z.object({meetingId: number}),
  query: z.object({
    occurrence_id: occurrenceId.optional(),
    schedule_for_reminder: queryFlag.optional().describe('Zoom mails the host and alternative hosts.'),
    cancel_meeting_reminder: queryFlag.optional().describe('Zoom mails everybody who has registered.'),
  }),
  body: none,
  answer: nothing,
  of: 'meeting',
  scopes: {granular: 'meeting:delete:meeting', classic: ['meeting:write']},
  feature: 'edit',
  rate: 'light',
});
