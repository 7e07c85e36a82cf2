import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, userId} from './fields.js';
import {shownMeeting} from './meeting-fields.js';
import {newWebinar} from './planned-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/POST/users/{userId}/webinars */
export const createWebinar = defineOperation({
  method: 'POST',
  path: '/users/{userId}/webinars',
  summary: 'Schedules a webinar that the user hosts, who needs a webinar licence.',
  params: z.object({userId}),
  query: none,
  body: newWebinar,
  answer: shownMeeting,
  of: 'user',
  isCreation: true,
  scopes: {granular: 'webinar:write:webinar', classic: ['webinar:write']},
  feature: 'edit',
  rate: 'light',
});
