import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {listOf, none, pageFields, pageQuery, rangeFields, userId} from './fields.js';
import {phoneRange, phoneRecording} from './phone-fields.js';

/** https://developers.zoom.us/docs/api/phone/#tag/recordings/GET/phone/users/{userId}/recordings */
export const getUsersPhoneRecordings = defineOperation({
  method: 'GET',
  path: '/phone/users/{userId}/recordings',
  summary: 'The recorded calls of a user, of one month at most.',
  params: z.object({userId}),
  query: pageQuery.extend(phoneRange),
  body: none,
  answer: z.object({...pageFields, ...rangeFields, recordings: listOf(phoneRecording)}),
  windowMonths: 1,
  of: 'user',
  scopes: {granular: 'phone:read:list_recordings', classic: ['phone:read', 'phone_recording:read']},
  feature: 'phone',
  rate: 'heavy',
});
