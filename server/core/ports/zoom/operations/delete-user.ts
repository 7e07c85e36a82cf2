import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, nothing, queryFlag, userId} from './fields.js';

/** https://developers.zoom.us/docs/api/users/#tag/users/DELETE/users/{userId} */
export const deleteUser = defineOperation({
  method: 'DELETE',
  path: '/users/{userId}',
  summary:
    'Takes a user out of the account, and with `delete`, out of Zoom with all their data that is not transferred.',
  params: z.object({userId}),
  query: z.object({
    action: z.enum(['disassociate', 'delete']).default('disassociate'),
    transfer_email: z.email().max(128).optional().describe('Who takes over what is transferred.'),
    transfer_meeting: queryFlag.optional(),
    transfer_webinar: queryFlag.optional(),
    transfer_recording: queryFlag.optional(),
  }),
  body: none,
  answer: nothing,
  of: 'user',
  scopes: {granular: 'user:delete:user', classic: ['user:write']},
  feature: 'users',
  rate: 'light',
});
