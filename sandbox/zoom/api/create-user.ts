import * as z from 'zod';
import {addUser, findUser} from '../state/add-user.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {readBody} from './read-body.js';
import {refusals} from './refusals.js';
import {requireAccount} from './require-account.js';

const newUser = z.object({
  action: z.enum(['create', 'autoCreate', 'custCreate', 'ssoCreate']),
  user_info: z.object({
    email: z.email().max(128),
    type: z.literal([1, 2, 4, 99]),
    first_name: z.string().max(64).optional(),
    last_name: z.string().max(64).optional(),
  }),
});

/** Whoever is only created is invited, and has to accept; the other ways need nobody's consent. */
export function createUser(call: SignedCall): Answer {
  const {state, json, caller} = call;
  requireAccount(call);
  const {action, user_info: wanted} = readBody(newUser, json);
  if (findUser(state, wanted.email) !== undefined) throw refusals.emailTaken(wanted.email);
  const {id, email, firstName, lastName, type} = addUser(state, {
    email: wanted.email,
    type: wanted.type,
    accountId: caller.accountId,
    firstName: wanted.first_name ?? '',
    lastName: wanted.last_name ?? '',
    status: action === 'create' ? 'pending' : 'active',
  });
  return {status: 201, body: {id, email, first_name: firstName, last_name: lastName, type}};
}
