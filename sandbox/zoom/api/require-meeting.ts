import {findMeeting} from '../state/add-meeting.js';
import type {AnyGathering, SimulatedMeeting} from '../state/records.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';

/** The meeting of that number. Throws the refusal where there is none, and where it is none of the caller's. */
export function requireMeeting(call: SignedCall): SimulatedMeeting {
  if (call.state.webinars.some(({number}) => String(number) === call.id)) throw refusals.isWebinar();
  const meeting = findMeeting(call.state, call.id);
  if (meeting === undefined || !reachesHost(call, meeting)) throw refusals.noMeeting(call.id);
  return meeting;
}

export function reachesHost(
  {state, caller, reach}: SignedCall,
  {hostId}: Pick<AnyGathering, 'hostId'>,
): boolean {
  if (caller.user === undefined) return true;
  if (reach === 'self') return hostId === caller.user.id;
  return state.users.some(({id, accountId}) => id === hostId && accountId === caller.accountId);
}
