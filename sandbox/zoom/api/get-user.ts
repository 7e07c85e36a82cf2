import {displayName, findUser} from '../state/add-user.js';
import type {SimulatorState} from '../state/create-state.js';
import type {SimulatedUser} from '../state/records.js';
import type {Answer} from './answer.js';
import type {ApiCall} from './api-call.js';
import {refusals} from './refusals.js';

/** Throws the refusal for somebody who is not in the account. */
export function requireUser(state: SimulatorState, idOrEmail: string): SimulatedUser {
  const user = findUser(state, idOrEmail);
  if (user === undefined) throw refusals.noUser(idOrEmail);
  if (user.accountId !== state.account.id) throw refusals.userElsewhere(idOrEmail);
  if (user.status === 'expired') throw refusals.invitationExpired();
  return user;
}

export function getUser({state, url, id}: ApiCall): Answer {
  if (!state.account.mayManageUsers) throw refusals.notPermitted();
  const user = requireUser(state, id);
  return {
    status: 200,
    body: {
      id: user.id,
      email: user.email,
      first_name: user.firstName,
      last_name: user.lastName,
      display_name: displayName(user),
      type: user.type,
      role_name: 'Member',
      pmi: user.pmi,
      use_pmi: false,
      personal_meeting_url: `${url}/j/${user.pmi}`,
      timezone: user.timezone,
      verified: user.verified,
      dept: '',
      pic_url: null,
      language: 'en-US',
      account_id: user.accountId,
      status: user.status,
    },
  };
}
