import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {day, listOf, none, pageFields, pageQuery, rangeFields, userId} from './fields.js';
import {listedMeeting} from './meeting-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/users/{userId}/meetings */
export const listMeetings = defineOperation({
  method: 'GET',
  path: '/users/{userId}/meetings',
  summary: 'The scheduled meetings of a user that have not expired. Instant meetings are not listed.',
  params: z.object({userId}),
  query: pageQuery.extend({
    type: z.enum(['scheduled', 'live', 'upcoming', 'upcoming_meetings', 'previous_meetings']).optional(),
    from: day.optional().describe('The first day, in UTC.'),
    to: day.optional().describe('The last day. More than six months after `from` is cut to six.'),
  }),
  body: none,
  answer: z.object({...pageFields, ...rangeFields, meetings: listOf(listedMeeting)}),
  windowMonths: 6,
  of: 'user',
  scopes: {granular: 'meeting:read:list_meetings', classic: ['meeting:read']},
  feature: 'import',
  rate: 'medium',
});
