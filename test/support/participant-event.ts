import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';

/** A webhook body about somebody in the meeting, as Zoom writes it today; `who` and `object` replace fields. */
export function participantEvent(
  what: string,
  meeting: SimulatedMeeting,
  who: Record<string, unknown> = {},
  object: Record<string, unknown> = {},
): string {
  const now = Date.now();
  const at = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
  const participant = {
    user_id: '16778240',
    user_name: 'Carla Gomez',
    id: '',
    email: '',
    join_time: at,
    leave_time: at,
    date_time: at,
    phone_number: '+34600123456',
    public_ip: '203.0.113.7',
    private_ip: '10.0.0.7',
    ...who,
  };
  const {uuid, hostId} = meeting;
  const told = {id: String(meeting.number), uuid, host_id: hostId, type: 1, participant, ...object};
  return JSON.stringify({event: `meeting.participant_${what}`, event_ts: now, payload: {object: told}});
}
