import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {listOf, none, pageFields, pageQuery, userId} from './fields.js';
import {listedMeeting} from './meeting-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/users/{userId}/webinars */
export const listWebinars = defineOperation({
  method: 'GET',
  path: '/users/{userId}/webinars',
  summary: 'The webinars of a user, those that are over included.',
  params: z.object({userId}),
  query: pageQuery.extend({type: z.enum(['scheduled', 'upcoming']).optional()}),
  body: none,
  answer: z.object({...pageFields, webinars: listOf(listedMeeting)}),
  of: 'user',
  scopes: {granular: 'webinar:read:list_webinars', classic: ['webinar:read']},
  feature: 'webinars',
  rate: 'medium',
});
