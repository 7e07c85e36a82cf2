import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, number} from './fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}/invitation */
export const getMeetingInvitation = defineOperation({
  method: 'GET',
  path: '/meetings/{meetingId}/invitation',
  summary: 'The text with which Zoom invites people to a meeting. It holds the passcode.',
  params: z.object({meetingId: number}),
  query: none,
  body: none,
  answer: z.object({invitation: z.string().min(1)}),
  of: 'meeting',
  isForHost: true,
  scopes: {granular: 'meeting:read:invitation', classic: ['meeting:read']},
  feature: 'invitation',
  rate: 'light',
});
