import type {Participant} from '../state/participant.js';
import type {Gathering} from '../state/gathering.js';
import type {SimulatedMeeting} from '../state/records.js';
import {type Stage, tell} from './stage.js';

/** Zoom counts `user_id` upwards in steps of 1024. */
const FIRST_USER_ID = 16_778_240;
const USER_ID_STEP = 1024;

/** The `user_id` of a stay to come. Every occurrence begins with the same. */
export function nextUserId(meeting: Gathering): string {
  meeting.userIds += 1;
  return String(FIRST_USER_ID + USER_ID_STEP * (meeting.userIds - 1));
}

/** Somebody is in from now on, under a new `user_id`. */
export function comeIn(stage: Stage, meeting: SimulatedMeeting, participant: Participant): void {
  const joinedAt = stage.state.clock.now();
  Object.assign(participant, {where: 'meeting', room: undefined, joinedAt, parentUserId: undefined});
  participant.userId = nextUserId(meeting);
  meeting.participants = [...meeting.participants.filter((other) => other !== participant), participant];
  rememberStay(meeting, participant);
  tell(stage, 'meeting.participant_joined', meeting, {participant});
}

/** Somebody goes, for good or on the way to another room. `reason`: in Zoom's words. */
export function goOut(
  stage: Stage,
  meeting: SimulatedMeeting,
  participant: Participant,
  reason: string,
): void {
  takeOut(stage, meeting, participant);
  tell(stage, 'meeting.participant_left', meeting, {participant, reason});
}

export function takeOut({state}: Stage, meeting: Gathering, participant: Participant): void {
  endStay(meeting, participant, state.clock.now());
  meeting.participants = meeting.participants.filter((other) => other !== participant);
}

export function rememberStay(meeting: Gathering, participant: Participant): void {
  const {joinedAt} = participant;
  meeting.stays = [...meeting.stays, {participant: {...participant}, joinedAt, leftAt: undefined}];
}

function endStay(meeting: Gathering, {id}: Participant, at: number): void {
  const stay = meeting.stays.findLast(
    ({participant, leftAt}) => participant.id === id && leftAt === undefined,
  );
  if (stay !== undefined) stay.leftAt = at;
}
