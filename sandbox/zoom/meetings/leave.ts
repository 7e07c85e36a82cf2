import type {Participant} from '../state/participant.js';
import type {SimulatedMeeting} from '../state/records.js';
import {leaveRoom} from './breakout-rooms.js';
import {goOut} from './rooms.js';
import {type Stage, tell} from './stage.js';
import {giveUp} from './waiting.js';

/** Somebody hangs up, who was in or waited. When the last one has gone, the meeting is over. */
export function leave(stage: Stage, meeting: SimulatedMeeting, participant: Participant): void {
  if (meeting.waiting.includes(participant)) return giveUp(stage, meeting, participant);
  hangUp(stage, meeting, participant, `${participant.name} left the meeting.`);
  const [next] = meeting.participants;
  if (next === undefined) end(stage, meeting);
  else if (participant.isHost) tell(stage, 'meeting.participant_role_changed', meeting, {participant: next});
}

/** Whoever is still in leaves with it, of which is told afterwards: nobody may rely on hearing of the end last. */
export function end(stage: Stage, meeting: SimulatedMeeting): void {
  const {clock, ids, changed} = stage.state;
  const {uuid, startedAt = clock.now()} = meeting;
  tell(stage, 'meeting.ended', meeting);
  for (const participant of meeting.waiting) giveUp(stage, meeting, participant);
  for (const participant of meeting.participants) {
    const reason = `${participant.name} left the meeting.<br>Reason: Host ended the meeting.`;
    hangUp(stage, meeting, participant, reason);
  }
  const occurrence = {uuid, startedAt, endedAt: clock.now(), stays: meeting.stays};
  // The next occurrence of the same number is another; an instant meeting has none.
  Object.assign(meeting, {
    status: 'waiting',
    past: [...meeting.past, occurrence],
    startedAt: undefined,
    stays: [],
    userIds: 0,
    isLocked: false,
    uuid: ids.uuid(),
    exists: meeting.type !== 1,
  });
  changed();
}

function hangUp(stage: Stage, meeting: SimulatedMeeting, participant: Participant, reason: string): void {
  if (participant.where === 'breakoutRoom') leaveRoom(stage, meeting, participant, reason);
  goOut(stage, meeting, participant, reason);
}
