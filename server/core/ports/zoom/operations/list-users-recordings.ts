import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {dateRange, listOf, none, pageFields, pageQuery, rangeFields, userId} from './fields.js';
import {recordedMeeting} from './recording-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/GET/users/{userId}/recordings */
export const listUsersRecordings = defineOperation({
  method: 'GET',
  path: '/users/{userId}/recordings',
  summary: 'The cloud recordings of a user, of one month at most.',
  params: z.object({userId}),
  query: pageQuery.extend(dateRange),
  body: none,
  answer: z.object({...pageFields, ...rangeFields, meetings: listOf(recordedMeeting)}),
  windowMonths: 1,
  of: 'user',
  scopes: {granular: 'cloud_recording:read:list_user_recordings', classic: ['recording:read']},
  feature: 'recordings',
  rate: 'medium',
});
