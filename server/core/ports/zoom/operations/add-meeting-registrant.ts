import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, number, textField} from './fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/registrants */
export const addMeetingRegistrant = defineOperation({
  method: 'POST',
  path: '/meetings/{meetingId}/registrants',
  summary: 'Registers somebody for a meeting. The join link in the answer is theirs alone.',
  params: z.object({meetingId: number}),
  query: none,
  body: z.object({
    email: z.email().max(128),
    first_name: z.string().min(1).max(64),
    last_name: z.string().max(64).optional(),
  }),
  answer: z.object({registrant_id: textField, join_url: textField, start_time: textField, topic: textField}),
  of: 'meeting',
  isCreation: true,
  scopes: {granular: 'meeting:write:registrant', classic: ['meeting:write']},
  feature: 'registration',
  rate: 'light',
});
