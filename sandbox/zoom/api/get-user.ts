import {findUser} from '../state/add-user.js';
import type {SimulatedUser} from '../state/records.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {isForAdmins} from './authenticate.js';
import {refusals} from './refusals.js';
import {userRow} from './user-row.js';

const ROLE_NAMES = {owner: 'Owner', admin: 'Admin', member: 'Member'};

/** `me` is whose token it is; a token of the app's own stands for nobody. */
const namedUser = ({state, caller, id}: SignedCall): SimulatedUser | undefined =>
  caller.user !== undefined && id === 'me' ? caller.user : findUser(state, id);

/** Throws the refusal for somebody who is not in the account, or out of the caller's reach. */
export function requireUser(call: SignedCall): SimulatedUser {
  const {caller, reach, scopes, id} = call;
  const user = namedUser(call);
  if (user === undefined) throw refusals.noUser(id);
  if (reach === 'self' && user !== caller.user) throw refusals.missingScopes(scopes.filter(isForAdmins));
  if (user.accountId !== caller.accountId) throw refusals.userElsewhere(id);
  if (user.status === 'expired') throw refusals.invitationExpired();
  return user;
}

export function getUser(call: SignedCall): Answer {
  const {state, url, caller} = call;
  const isOneself = caller.user !== undefined && namedUser(call) === caller.user;
  if (!state.account.mayManageUsers && !isOneself) throw refusals.notPermitted();
  const user = requireUser(call);
  return {
    status: 200,
    body: {
      ...userRow(user),
      role_name: ROLE_NAMES[user.role],
      use_pmi: false,
      ...(user.hasPersonalRoom && {personal_meeting_url: `${url}/j/${user.pmi}`}),
      pic_url: null,
      account_id: user.accountId,
    },
  };
}
