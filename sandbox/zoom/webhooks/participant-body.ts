import type {Participant} from '../state/participant.js';
import {zoomTime} from '../zoom-time.js';

/** Somebody came, went, or became something else. `at`: ms since the epoch. */
export interface ParticipantEvent {
  name: ParticipantEventName;
  participant: Participant;
  at: number;
  /** Why they left, in Zoom's words. */
  reason?: string;
}

type Body = (event: ParticipantEvent) => object;

const joinTime: Body = ({participant}) => ({
  join_time: zoomTime(participant.joinedAt),
  public_ip: participant.publicIp,
});
const leaveTime: Body = ({at, reason, participant}) => ({
  leave_time: zoomTime(at),
  leave_reason: reason ?? 'left the meeting',
  private_ip: participant.privateIp,
});
const dateTime: Body = ({at}) => ({date_time: zoomTime(at)});

/** All that Zoom can say of somebody. */
const whole: Body = ({participant}) => ({
  user_id: participant.userId,
  user_name: participant.name,
  id: participant.zoomUserId,
  participant_uuid: participant.uuid,
  participant_user_id: participant.zoomUserId,
  registrant_id: '',
  email: participant.email,
  ...(participant.phoneNumber !== '' && {phone_number: participant.phoneNumber}),
});
const admitted: Body = ({participant}) => ({
  user_id: participant.userId,
  user_name: participant.name,
  id: participant.zoomUserId,
  participant_uuid: participant.uuid,
  email: participant.email,
});
/** Whoever waits for the host, or begins without them, has no number in the meeting, and no time is told. */
const beforeTheHost: Body = ({participant}) => ({
  user_name: participant.name,
  id: participant.zoomUserId,
  registrant_id: '',
});
const inBreakoutRoom: Body = ({participant}) => ({parent_user_id: participant.parentUserId});
const newRole: Body = () => ({old_role: 'attendee', new_role: 'host'});

/**
 * What each event says of the person. Fields: https://developers.zoom.us/docs/api/meetings/events/, and the types in
 * https://zoom.github.io/rivet-javascript/; the IP addresses are in payloads that people have seen.
 */
const BODIES = {
  'meeting.participant_joined': [whole, joinTime],
  'meeting.participant_left': [whole, leaveTime],
  'meeting.participant_joined_waiting_room': [whole, dateTime],
  'meeting.participant_left_waiting_room': [whole, dateTime],
  'meeting.participant_admitted': [admitted, dateTime],
  'meeting.participant_put_in_waiting_room': [whole, dateTime],
  'meeting.participant_jbh_joined': [beforeTheHost],
  'meeting.participant_jbh_waiting': [beforeTheHost],
  'meeting.participant_jbh_waiting_left': [beforeTheHost],
  'meeting.participant_joined_breakout_room': [whole, inBreakoutRoom, joinTime],
  'meeting.participant_left_breakout_room': [whole, inBreakoutRoom, leaveTime],
  'meeting.participant_role_changed': [whole, newRole, dateTime],
  'webinar.participant_joined': [whole, joinTime],
  'webinar.participant_left': [whole, leaveTime],
} as const satisfies Readonly<Record<string, readonly Body[]>>;

export type ParticipantEventName = keyof typeof BODIES;

export const PARTICIPANT_EVENTS = Object.keys(BODIES) as ParticipantEventName[];

export const participantBody = (event: ParticipantEvent): object =>
  Object.assign({}, ...BODIES[event.name].map((body: Body) => body(event))) as object;
