import {findUser} from '../state/add-user.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireUser} from './get-user.js';
import {refusals} from './refusals.js';

/** Out of the account, or with `action=delete` out of Zoom, where meetings go to another if that is said. */
export function deleteUser(call: SignedCall): Answer {
  const {state, form} = call;
  const user = requireUser(call);
  const isForGood = form.get('action') === 'delete';
  const heir = form.get('transfer_email') ?? '';
  const to = heir === '' ? undefined : findUser(state, heir);
  if (heir !== '' && to === undefined) throw refusals.noUser(heir);
  if (isForGood) {
    const mine = [...state.meetings, ...state.webinars].filter(({hostId}) => hostId === user.id);
    for (const gathering of mine) {
      if (to !== undefined && form.get('transfer_meeting') === 'true') gathering.hostId = to.id;
      else gathering.exists = false;
    }
    state.users.splice(state.users.indexOf(user), 1);
  } else {
    user.accountId = `${user.id}-alone`;
  }
  state.changed();
  return {status: 204};
}
