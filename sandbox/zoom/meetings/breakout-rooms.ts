import {createHash} from 'node:crypto';
import type {Participant} from '../state/participant.js';
import type {SimulatedMeeting} from '../state/records.js';
import {comeIn, goOut, nextUserId, rememberStay} from './rooms.js';
import {type Stage, tell} from './stage.js';

const TO_BREAKOUT_ROOM = 'left the meeting to join breakout room';
const TO_MEETING = 'left breakout room to join the main meeting';

/** Into the breakout room of that name, whether or not out of another; `undefined`: back to all. */
export function moveTo(
  stage: Stage,
  meeting: SimulatedMeeting,
  participant: Participant,
  room: string | undefined,
): void {
  if (!meeting.participants.includes(participant)) {
    throw new Error(`${participant.name} waits, and can go to no breakout room.`);
  }
  if (participant.room === room) return;
  if (participant.where === 'breakoutRoom') leaveRoom(stage, meeting, participant, TO_MEETING);
  if (room === undefined) returnToAll(stage, meeting, participant);
  else enterRoom(stage, meeting, participant, room);
}

/** Tells that somebody leaves the breakout room in which they are. */
export function leaveRoom(
  stage: Stage,
  meeting: SimulatedMeeting,
  participant: Participant,
  reason: string,
): void {
  const roomUuid = uuidOf(meeting, participant.room ?? '');
  tell(stage, 'meeting.participant_left_breakout_room', meeting, {participant, roomUuid, reason});
}

function enterRoom(stage: Stage, meeting: SimulatedMeeting, participant: Participant, room: string): void {
  const isTold = stage.state.account.moves === 'leftAndJoined';
  const parentUserId = participant.parentUserId ?? participant.userId;
  const before = meeting.participants;
  if (isTold) goOut(stage, meeting, participant, TO_BREAKOUT_ROOM);
  meeting.participants = before;
  const userId = nextUserId(meeting);
  Object.assign(participant, {where: 'breakoutRoom', room, userId, parentUserId});
  participant.joinedAt = stage.state.clock.now();
  if (isTold) rememberStay(meeting, participant);
  const roomUuid = uuidOf(meeting, room);
  tell(stage, 'meeting.participant_joined_breakout_room', meeting, {participant, roomUuid});
  if (isTold) tell(stage, 'meeting.participant_joined', meeting, {participant});
}

/** Where moves alone are named, nobody has left the meeting meanwhile, and they go on under the number they had. */
function returnToAll(stage: Stage, meeting: SimulatedMeeting, participant: Participant): void {
  if (stage.state.account.moves === 'leftAndJoined') {
    goOut(stage, meeting, participant, TO_MEETING);
    return comeIn(stage, meeting, participant);
  }
  const {parentUserId = participant.userId} = participant;
  Object.assign(participant, {where: 'meeting', room: undefined, parentUserId: undefined});
  participant.userId = parentUserId;
}

/** A room keeps its UUID as long as the occurrence lasts. */
const uuidOf = ({uuid}: SimulatedMeeting, room: string): string =>
  createHash('md5').update(`${uuid} ${room}`).digest('base64');
