import type {PastOccurrence} from '../state/gathering.js';
import type {SimulatedMeeting, SimulatedUser} from '../state/records.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {reachesHost} from './require-meeting.js';

export interface FoundOccurrence {
  meeting: SimulatedMeeting;
  occurrence: PastOccurrence;
  host: SimulatedUser | undefined;
}

/** By UUID, or by number the latest. Throws the refusal where Zoom tells nothing of it, or nothing yet. */
export function requireOccurrence(call: SignedCall): FoundOccurrence {
  const {state, id} = call;
  const found = findOccurrence(call, readUuid(id));
  if (found === undefined) throw refusals.noMeeting(id);
  const host = state.users.find((user) => user.id === found.meeting.hostId);
  if (host?.type === 1) throw refusals.onlyPaid();
  if (found.occurrence.endedAt + state.account.pastDataLagMs > state.clock.now())
    throw refusals.noMeeting(id);
  return {...found, host};
}

/**
 * A UUID that begins with a slash or holds two in a row must have been encoded twice: the gateway decodes once, and
 * what then looks like more of the path finds nothing.
 */
function readUuid(id: string): string {
  if (id.startsWith('/') || id.includes('//')) throw refusals.noMeeting(id);
  try {
    return decodeURIComponent(id);
  } catch {
    throw refusals.noMeeting(id);
  }
}

function findOccurrence(
  call: SignedCall,
  id: string,
): {meeting: SimulatedMeeting; occurrence: PastOccurrence} | undefined {
  for (const meeting of call.state.meetings.toReversed()) {
    if (!reachesHost(call, meeting)) continue;
    const occurrence =
      String(meeting.number) === id ? meeting.past.at(-1) : meeting.past.find(({uuid}) => uuid === id);
    if (occurrence !== undefined) return {meeting, occurrence};
  }
  return undefined;
}
