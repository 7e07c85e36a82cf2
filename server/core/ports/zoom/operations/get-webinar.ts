import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, number, occurrenceId} from './fields.js';
import {shownMeeting} from './meeting-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/webinars/{webinarId} */
export const getWebinar = defineOperation({
  method: 'GET',
  path: '/webinars/{webinarId}',
  summary: 'A webinar.',
  params: z.object({webinarId: number}),
  query: z.object({occurrence_id: occurrenceId.optional()}),
  body: none,
  answer: shownMeeting,
  of: 'webinar',
  scopes: {granular: 'webinar:read:webinar', classic: ['webinar:read']},
  feature: 'webinars',
  rate: 'light',
});
