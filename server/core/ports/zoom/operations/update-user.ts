import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, nothing, userId} from './fields.js';
import {changedUser} from './user-fields.js';

/** https://developers.zoom.us/docs/api/users/#tag/users/PATCH/users/{userId} */
export const updateUser = defineOperation({
  method: 'PATCH',
  path: '/users/{userId}',
  summary: 'Changes a user of the account: what is absent stays as it is.',
  params: z.object({userId}),
  query: none,
  body: changedUser,
  answer: nothing,
  of: 'user',
  scopes: {granular: 'user:update:user', classic: ['user:write']},
  feature: 'users',
  rate: 'light',
});
