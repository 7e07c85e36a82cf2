import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, nothing, number} from './fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/PUT/meetings/{meetingId}/status */
export const endMeeting = defineOperation({
  method: 'PUT',
  path: '/meetings/{meetingId}/status',
  summary: 'Ends a meeting that runs, for everybody in it.',
  params: z.object({meetingId: number}),
  query: none,
  body: z.object({action: z.literal('end').default('end')}),
  answer: nothing,
  of: 'meeting',
  scopes: {granular: 'meeting:update:status', classic: ['meeting:write']},
  feature: 'end',
  rate: 'light',
});
