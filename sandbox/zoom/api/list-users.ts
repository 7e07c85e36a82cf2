import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {requireAccount} from './require-account.js';
import {takePage} from './take-page.js';
import {userRow} from './user-row.js';

const STATES = ['active', 'inactive', 'pending'];

/** Who is in the account; without `status` those who can work. */
export function listUsers(call: SignedCall): Answer {
  const {state, form, caller} = call;
  requireAccount(call);
  if (!state.account.mayManageUsers) throw refusals.notPermitted();
  const wanted = form.get('status') ?? 'active';
  if (!STATES.includes(wanted)) throw refusals.invalid([{field: 'status', message: 'Invalid field.'}]);
  const found = state.users.filter(
    ({accountId, status}) => accountId === caller.accountId && status === wanted,
  );
  const {rows, ...page} = takePage(call, found);
  return {status: 200, body: {...page, users: rows.map(userRow)}};
}
