import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {number} from './fields.js';
import {addedRegistrant, newRegistrant, registrationQuery} from './registrant-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/POST/webinars/{webinarId}/registrants */
export const addWebinarRegistrant = defineOperation({
  method: 'POST',
  path: '/webinars/{webinarId}/registrants',
  summary: 'Registers somebody for a webinar. The join link in the answer is theirs alone.',
  params: z.object({webinarId: number}),
  query: registrationQuery,
  body: newRegistrant,
  answer: addedRegistrant,
  of: 'webinar',
  isCreation: true,
  scopes: {granular: 'webinar:write:registrant', classic: ['webinar:write']},
  feature: 'registration',
  rate: 'light',
});
