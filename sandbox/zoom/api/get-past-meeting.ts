import {displayName} from '../state/add-user.js';
import type {PastOccurrence, SimulatedMeeting} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {reachesHost} from './require-meeting.js';

export function getPastMeeting(call: SignedCall): Answer {
  const {state, id} = call;
  const found = findOccurrence(call, readUuid(id));
  if (found === undefined) throw refusals.noMeeting(id);
  const {meeting, occurrence} = found;
  const host = state.users.find((user) => user.id === meeting.hostId);
  const minutes = Math.ceil((occurrence.endedAt - occurrence.startedAt) / 60_000);
  return {
    status: 200,
    body: {
      uuid: occurrence.uuid,
      id: meeting.number,
      host_id: meeting.hostId,
      type: meeting.type,
      topic: meeting.topic,
      user_name: host && displayName(host),
      user_email: host?.email,
      start_time: zoomTime(occurrence.startedAt),
      end_time: zoomTime(occurrence.endedAt),
      duration: minutes,
      total_minutes: minutes * occurrence.participantCount,
      participants_count: occurrence.participantCount,
      source: 'Zoom',
    },
  };
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

/** By UUID, or by number the latest. */
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
