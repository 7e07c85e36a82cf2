import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {number} from './fields.js';
import {addedRegistrant, newRegistrant, registrationQuery} from './registrant-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/registrants */
export const addMeetingRegistrant = defineOperation({
  method: 'POST',
  path: '/meetings/{meetingId}/registrants',
  summary: 'Registers somebody for a meeting. The join link in the answer is theirs alone.',
  params: z.object({meetingId: number}),
  query: registrationQuery,
  body: newRegistrant,
  answer: addedRegistrant,
  of: 'meeting',
  isCreation: true,
  scopes: {granular: 'meeting:write:registrant', classic: ['meeting:write']},
  feature: 'registration',
  rate: 'light',
});
