import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {listOf, none, pageFields, pageQuery, rangeFields} from './fields.js';
import {phoneRange, phoneRecording} from './phone-fields.js';

/** https://developers.zoom.us/docs/api/phone/#tag/recordings/GET/phone/recordings */
export const getAccountsPhoneRecordings = defineOperation({
  method: 'GET',
  path: '/phone/recordings',
  summary: 'The recorded calls of the whole account, of one month at most.',
  params: none,
  query: pageQuery.extend(phoneRange),
  body: none,
  answer: z.object({...pageFields, ...rangeFields, recordings: listOf(phoneRecording)}),
  windowMonths: 1,
  of: 'account',
  scopes: {granular: 'phone:read:list_call_recordings', classic: ['phone:read', 'phone_recording:read']},
  feature: 'phone',
  rate: 'heavy',
});
