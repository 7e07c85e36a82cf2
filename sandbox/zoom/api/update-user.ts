import * as z from 'zod';
import {isTimezone} from '../scheduling/local-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireUser} from './get-user.js';
import {readBody} from './read-body.js';

const changes = z.object({
  first_name: z.string().max(64).optional(),
  last_name: z.string().max(64).optional(),
  type: z.literal([1, 2, 4, 99]).optional(),
  timezone: z.string().refine(isTimezone, 'Invalid field.').optional(),
  dept: z.string().optional(),
});

export function updateUser(call: SignedCall): Answer {
  const user = requireUser(call);
  const wanted = readBody(changes, call.json);
  const {first_name: firstName = user.firstName, last_name: lastName = user.lastName} = wanted;
  const {type = user.type, timezone = user.timezone, dept = user.dept} = wanted;
  Object.assign(user, {firstName, lastName, type, timezone, dept});
  call.state.changed();
  return {status: 204};
}
