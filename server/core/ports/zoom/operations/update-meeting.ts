import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {nothing, number, occurrenceId} from './fields.js';
import {changedMeeting} from './planned-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/PATCH/meetings/{meetingId} */
export const updateMeeting = defineOperation({
  method: 'PATCH',
  path: '/meetings/{meetingId}',
  summary: 'Changes a meeting: what is absent stays as it is.',
  params: z.object({meetingId: number}),
  query: z.object({occurrence_id: occurrenceId.optional()}),
  body: changedMeeting,
  answer: nothing,
  of: 'meeting',
  scopes: {granular: 'meeting:update:meeting', classic: ['meeting:write']},
  feature: 'edit',
  rate: 'light',
});
