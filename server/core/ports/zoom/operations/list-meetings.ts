import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {listOf, none, pageFields, pageQuery, userId} from './fields.js';
import {listedMeeting} from './meeting-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/users/{userId}/meetings */
export const listMeetings = defineOperation({
  method: 'GET',
  path: '/users/{userId}/meetings',
  summary: 'The scheduled meetings of a user that have not expired. Instant meetings are not listed.',
  params: z.object({userId}),
  query: pageQuery.extend({
    type: z.enum(['scheduled', 'live', 'upcoming', 'upcoming_meetings', 'previous_meetings']).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  body: none,
  answer: z.object({...pageFields, meetings: listOf(listedMeeting)}),
  of: 'user',
  scopes: {granular: 'meeting:read:list_meetings', classic: ['meeting:read']},
  feature: 'import',
  rate: 'medium',
});
