import type {Stay} from '../state/participant.js';
import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireOccurrence} from './require-occurrence.js';
import {takePage} from './take-page.js';

/** Who was in an occurrence that has ended: a row for each stay in a room, so people may be there more than once. */
export const listPastParticipants =
  (what: 'meetings' | 'webinars') =>
  (call: SignedCall): Answer => {
    const {occurrence} = requireOccurrence(call, what);
    const {rows, ...page} = takePage(call, occurrence.stays);
    return {status: 200, body: {...page, participants: rows.map((stay) => row(stay, occurrence.endedAt))}};
  };

function row({participant, joinedAt, leftAt}: Stay, endedAt: number): object {
  const left = leftAt ?? endedAt;
  return {
    id: participant.zoomUserId,
    name: participant.name,
    user_id: participant.userId,
    registrant_id: '',
    user_email: participant.email,
    join_time: zoomTime(joinedAt),
    leave_time: zoomTime(left),
    duration: Math.round((left - joinedAt) / 1000),
    failover: false,
    status: 'in_meeting',
    internal_user: participant.email !== '',
  };
}
