import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, number} from './fields.js';
import {registrantsPage, registrantsQuery} from './registrant-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}/registrants */
export const listMeetingRegistrants = defineOperation({
  method: 'GET',
  path: '/meetings/{meetingId}/registrants',
  summary: 'Who has registered for a meeting. Their join links are theirs alone, and not in the answer.',
  params: z.object({meetingId: number}),
  query: registrantsQuery,
  body: none,
  answer: registrantsPage,
  of: 'meeting',
  scopes: {granular: 'meeting:read:list_registrants', classic: ['meeting:read']},
  feature: 'registration',
  rate: 'medium',
});
