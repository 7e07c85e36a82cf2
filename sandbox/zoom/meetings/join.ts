import {displayName} from '../state/add-user.js';
import type {Participant} from '../state/participant.js';
import type {SimulatedMeeting} from '../state/records.js';
import {createParticipant, type Joiner} from './create-participant.js';
import {comeIn} from './rooms.js';
import {type Stage, tell} from './stage.js';
import {waitAtTheDoor, waitForTheHost} from './waiting.js';

/** Somebody opens the link: they are in, or wait, as the meeting is set. Throws where it is locked. */
export function join(stage: Stage, meeting: SimulatedMeeting, joiner: Joiner): Participant {
  const participant = createParticipant(stage.state, meeting, joiner);
  if (meeting.isLocked && !participant.isHost) throw new Error(`Meeting ${meeting.number} is locked.`);
  if (meeting.status === 'waiting') arriveFirst(stage, meeting, participant);
  else if (meeting.waitingRoom && !participant.isHost) waitAtTheDoor(stage, meeting, participant);
  else comeIn(stage, meeting, participant);
  return participant;
}

/** The host comes, for the first time or again. Throws where they are in already. */
export function joinAsHost(stage: Stage, meeting: SimulatedMeeting): void {
  if (meeting.participants.some(({isHost}) => isHost)) {
    throw new Error(`Meeting ${meeting.number} is ${meeting.status}, not waiting.`);
  }
  const host = stage.state.users.find(({id}) => id === meeting.hostId);
  const participant = createParticipant(
    stage.state,
    meeting,
    host ? {name: displayName(host), email: host.email} : {name: 'Host'},
  );
  const asHost = {...participant, isHost: true};
  if (meeting.status === 'waiting') begin(stage, meeting, asHost);
  else comeIn(stage, meeting, asHost);
}

function arriveFirst(stage: Stage, meeting: SimulatedMeeting, participant: Participant): void {
  if (participant.isHost) return begin(stage, meeting, participant);
  if (!meeting.joinBeforeHost) return waitForTheHost(stage, meeting, participant);
  if (meeting.waitingRoom) return waitAtTheDoor(stage, meeting, participant);
  begin(stage, meeting, participant);
}

function begin(stage: Stage, meeting: SimulatedMeeting, first: Participant): void {
  meeting.status = 'started';
  meeting.startedAt = stage.state.clock.now();
  tell(stage, 'meeting.started', meeting);
  if (!first.isHost) tell(stage, 'meeting.participant_jbh_joined', meeting, {participant: first});
  comeIn(stage, meeting, first);
  const early = meeting.waiting.filter(({where}) => where === 'forTheHost');
  meeting.waiting = meeting.waiting.filter((other) => !early.includes(other));
  for (const participant of early) {
    if (meeting.waitingRoom) waitAtTheDoor(stage, meeting, participant);
    else comeIn(stage, meeting, participant);
  }
}
