import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {countField, idField, listOf, none, number, textField} from './fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/webinars/{webinarId}/panelists */
export const listPanelists = defineOperation({
  method: 'GET',
  path: '/webinars/{webinarId}/panelists',
  summary: 'Who speaks in a webinar. Their join links are theirs alone, and not in the answer.',
  params: z.object({webinarId: number}),
  query: none,
  body: none,
  answer: z.object({
    total_records: countField,
    panelists: listOf(z.object({id: idField, name: textField, email: textField})),
  }),
  of: 'webinar',
  scopes: {granular: 'webinar:read:list_panelists', classic: ['webinar:read']},
  feature: 'webinars',
  rate: 'medium',
});
