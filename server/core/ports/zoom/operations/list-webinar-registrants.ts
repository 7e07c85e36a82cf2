import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, number} from './fields.js';
import {registrantsPage, registrantsQuery} from './registrant-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/webinars/{webinarId}/registrants */
export const listWebinarRegistrants = defineOperation({
  method: 'GET',
  path: '/webinars/{webinarId}/registrants',
  summary: 'Who has registered for a webinar. Their join links are theirs alone, and not in the answer.',
  params: z.object({webinarId: number}),
  query: registrantsQuery,
  body: none,
  answer: registrantsPage,
  of: 'webinar',
  scopes: {granular: 'webinar:read:list_registrants', classic: ['webinar:read']},
  feature: 'registration',
  rate: 'medium',
});
