import {defineOperation} from '../operation.js';
import {none} from './fields.js';
import {createdUser, newUser} from './user-fields.js';

/** https://developers.zoom.us/docs/api/users/#tag/users/POST/users */
export const createUser = defineOperation({
  method: 'POST',
  path: '/users',
  summary:
    'Adds a user to the account. Zoom mails them an invitation, unless the action is `custCreate` or `ssoCreate`.',
  params: none,
  query: none,
  body: newUser,
  answer: createdUser,
  of: 'account',
  isCreation: true,
  scopes: {granular: 'user:write:user', classic: ['user:write']},
  feature: 'users',
  rate: 'light',
});
