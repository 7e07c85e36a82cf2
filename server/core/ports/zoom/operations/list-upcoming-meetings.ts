import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {countField, flagField, listOf, none, numberField, textField, userId} from './fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/users/{userId}/upcoming_meetings */
export const listUpcomingMeetings = defineOperation({
  method: 'GET',
  path: '/users/{userId}/upcoming_meetings',
  summary: 'What a user hosts or is invited to within the next 24 hours.',
  params: z.object({userId}),
  query: none,
  body: none,
  answer: z.object({
    meetings: listOf(
      z.object({
        id: numberField,
        topic: textField,
        type: countField,
        start_time: textField,
        duration: countField,
        timezone: textField,
        join_url: textField,
        is_host: flagField,
        use_pmi: flagField,
      }),
    ),
  }),
  of: 'user',
  scopes: {granular: 'meeting:read:list_upcoming_meetings', classic: ['meeting:read']},
  feature: 'import',
  rate: 'medium',
});
