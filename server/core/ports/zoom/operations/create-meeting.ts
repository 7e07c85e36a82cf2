import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, userId} from './fields.js';
import {shownMeeting} from './meeting-fields.js';
import {newMeeting} from './planned-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings */
export const createMeeting = defineOperation({
  method: 'POST',
  path: '/users/{userId}/meetings',
  summary: 'Schedules a meeting that the user hosts. An instant one (type 1) starts at once.',
  params: z.object({userId}),
  query: none,
  body: newMeeting,
  answer: shownMeeting,
  of: 'user',
  isCreation: true,
  scopes: {granular: 'meeting:write:meeting', classic: ['meeting:write']},
  feature: 'edit',
  rate: 'light',
});
