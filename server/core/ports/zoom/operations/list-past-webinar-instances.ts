import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {listOf, none, number, textField} from './fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/past_webinars/{webinarId}/instances */
export const listPastWebinarInstances = defineOperation({
  method: 'GET',
  path: '/past_webinars/{webinarId}/instances',
  summary: 'When a webinar was held.',
  params: z.object({webinarId: number}),
  query: none,
  body: none,
  answer: z.object({webinars: listOf(z.object({uuid: textField, start_time: textField}))}),
  of: 'webinar',
  scopes: {granular: 'webinar:read:list_past_instances', classic: ['webinar:read']},
  feature: 'webinars',
  rate: 'medium',
});
