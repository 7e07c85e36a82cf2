import type {SimulatorState} from '../state/create-state.js';
import type {PastOccurrence} from '../state/gathering.js';
import type {AnyGathering, SimulatedUser} from '../state/records.js';
import type {SignedCall} from './api-call.js';
import {readUuid} from './read-uuid.js';
import {refusals} from './refusals.js';
import {reachesHost} from './require-meeting.js';

export interface FoundOccurrence {
  meeting: AnyGathering;
  occurrence: PastOccurrence;
  host: SimulatedUser | undefined;
}

/** By UUID, or by number the latest. Throws the refusal where Zoom tells nothing of it, or nothing yet. */
export function requireOccurrence(
  call: SignedCall,
  what: 'meetings' | 'webinars' = 'meetings',
): FoundOccurrence {
  const {state, id} = call;
  const found = findOccurrence(call, state[what], readUuid(id));
  if (found === undefined) throw refusals.noMeeting(id);
  const host = state.users.find((user) => user.id === found.meeting.hostId);
  if (host?.type === 1) throw refusals.onlyPaid();
  if (!isKnownYet(state, found.occurrence)) throw refusals.noMeeting(id);
  return {...found, host};
}

/** What is over is known a little later. */
export const isKnownYet = ({account, clock}: SimulatorState, {endedAt}: PastOccurrence): boolean =>
  endedAt + account.pastDataLagMs <= clock.now();

function findOccurrence(
  call: SignedCall,
  gatherings: readonly AnyGathering[],
  id: string,
): {meeting: AnyGathering; occurrence: PastOccurrence} | undefined {
  for (const meeting of gatherings.toReversed()) {
    if (!reachesHost(call, meeting)) continue;
    const occurrence =
      String(meeting.number) === id ? meeting.past.at(-1) : meeting.past.find(({uuid}) => uuid === id);
    if (occurrence !== undefined) return {meeting, occurrence};
  }
  return undefined;
}
