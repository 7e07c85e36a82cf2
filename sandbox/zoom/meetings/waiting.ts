import type {Participant} from '../state/participant.js';
import type {SimulatedMeeting} from '../state/records.js';
import {comeIn, goOut, nextUserId, takeOut} from './rooms.js';
import {type Stage, tell} from './stage.js';

export function waitForTheHost(stage: Stage, meeting: SimulatedMeeting, participant: Participant): void {
  startWaiting(stage, meeting, participant, 'forTheHost');
  tell(stage, 'meeting.participant_jbh_waiting', meeting, {participant});
}

export function waitAtTheDoor(stage: Stage, meeting: SimulatedMeeting, participant: Participant): void {
  participant.userId = nextUserId(meeting);
  startWaiting(stage, meeting, participant, 'waitingRoom');
  tell(stage, 'meeting.participant_joined_waiting_room', meeting, {participant});
}

/** The host lets somebody in. */
export function admit(stage: Stage, meeting: SimulatedMeeting, participant: Participant): void {
  if (participant.where !== 'waitingRoom') {
    throw new Error(`${participant.name} is not in the waiting room of meeting ${meeting.number}.`);
  }
  stopWaiting(meeting, participant);
  tell(stage, 'meeting.participant_admitted', meeting, {participant});
  if (stage.state.account.moves === 'leftAndJoined') {
    tell(stage, 'meeting.participant_left_waiting_room', meeting, {participant});
  }
  comeIn(stage, meeting, participant);
}

/** The host puts somebody back who was in. */
export function putBack(stage: Stage, meeting: SimulatedMeeting, participant: Participant): void {
  if (participant.where !== 'meeting' || participant.isHost) {
    throw new Error(`${participant.name} cannot be put into the waiting room of meeting ${meeting.number}.`);
  }
  tell(stage, 'meeting.participant_put_in_waiting_room', meeting, {participant});
  if (stage.state.account.moves === 'leftAndJoined') {
    goOut(stage, meeting, participant, `${participant.name} was moved to the waiting room.`);
    return waitAtTheDoor(stage, meeting, participant);
  }
  takeOut(stage, meeting, participant);
  startWaiting(stage, meeting, participant, 'waitingRoom');
}

/** Whoever waited has gone. */
export function giveUp(stage: Stage, meeting: SimulatedMeeting, participant: Participant): void {
  stopWaiting(meeting, participant);
  const left =
    participant.where === 'forTheHost'
      ? 'meeting.participant_jbh_waiting_left'
      : 'meeting.participant_left_waiting_room';
  tell(stage, left, meeting, {participant});
}

function startWaiting(
  {state}: Stage,
  meeting: SimulatedMeeting,
  participant: Participant,
  where: 'waitingRoom' | 'forTheHost',
): void {
  Object.assign(participant, {where, joinedAt: state.clock.now()});
  meeting.waiting = [...meeting.waiting, participant];
}

function stopWaiting(meeting: SimulatedMeeting, participant: Participant): void {
  meeting.waiting = meeting.waiting.filter((other) => other !== participant);
}
