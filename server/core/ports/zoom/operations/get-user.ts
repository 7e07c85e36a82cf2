import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, userId} from './fields.js';
import {shownUser} from './user-fields.js';

/** https://developers.zoom.us/docs/api/users/#tag/users/GET/users/{userId} */
export const getUser = defineOperation({
  method: 'GET',
  path: '/users/{userId}',
  summary: 'A user of the account.',
  params: z.object({userId}),
  query: none,
  body: none,
  answer: shownUser,
  of: 'user',
  scopes: {granular: 'user:read:user', classic: ['user:read', 'user:write']},
  feature: 'users',
  rate: 'light',
});
