import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {listOf, none, pageFields, pageQuery} from './fields.js';
import {shownUser} from './user-fields.js';

/** https://developers.zoom.us/docs/api/users/#tag/users/GET/users */
export const listUsers = defineOperation({
  method: 'GET',
  path: '/users',
  summary: 'The users of the account.',
  params: none,
  query: pageQuery.extend({
    status: z.enum(['active', 'inactive', 'pending']).optional().describe('Active where it is absent.'),
    role_id: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .optional(),
  }),
  body: none,
  answer: z.object({...pageFields, users: listOf(shownUser)}),
  of: 'account',
  scopes: {granular: 'user:read:list_users', classic: ['user:read']},
  feature: 'users',
  rate: 'medium',
});
