import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, number, pageQuery} from './fields.js';
import {participantsPage} from './participant-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/past_webinars/{webinarId}/participants */
export const listWebinarParticipants = defineOperation({
  method: 'GET',
  path: '/past_webinars/{webinarId}/participants',
  summary: 'Who was in a webinar the last time that it was held: a row for each stay.',
  params: z.object({webinarId: number}),
  query: pageQuery,
  body: none,
  answer: participantsPage,
  of: 'webinar',
  scopes: {granular: 'webinar:read:list_past_participants', classic: ['webinar:read']},
  feature: 'webinars',
  rate: 'medium',
});
