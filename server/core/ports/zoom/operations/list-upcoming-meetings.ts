import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {countField, flagField, listOf, none, numberField, textField, userId} from './fields.js';

const upcoming = listOf(
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
);

/** Zoom's documents name the list in one way, and its other lists of meetings in another. */
const underOneName = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'meetings' in answer && !('upcoming_meetings' in answer)
    ? {upcoming_meetings: answer.meetings}
    : answer;

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/users/{userId}/upcoming_meetings */
export const listUpcomingMeetings = defineOperation({
  method: 'GET',
  path: '/users/{userId}/upcoming_meetings',
  summary: 'What a user hosts or is invited to within the next 24 hours.',
  params: z.object({userId}),
  query: none,
  body: none,
  answer: z.preprocess(underOneName, z.object({upcoming_meetings: upcoming})),
  of: 'user',
  scopes: {granular: 'meeting:read:list_upcoming_meetings', classic: ['meeting:read']},
  feature: 'import',
  rate: 'medium',
});
