import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none} from './fields.js';
import {phoneRecording} from './phone-fields.js';

/** https://developers.zoom.us/docs/api/phone/#tag/recordings/GET/phone/call_logs/{id}/recordings */
export const getPhoneRecordings = defineOperation({
  method: 'GET',
  path: '/phone/call_logs/{callLogId}/recordings',
  summary: 'The recording of one call.',
  params: z.object({
    callLogId: z.string().min(1).max(64).describe('The id of the call, or of its entry in the call log.'),
  }),
  query: none,
  body: none,
  answer: phoneRecording,
  of: 'account',
  scopes: {granular: 'phone:read:call_recording', classic: ['phone:read', 'phone_recording:read']},
  feature: 'phone',
  rate: 'light',
});
