import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {meetingEvent} from '../../test/support/world.js';
import {shuffled} from './shuffled.js';

/** Bodies that are not events, as a broken sender would sign them. */
export const POISON = [
  '',
  '{',
  'null',
  '[]',
  '{"event":7}',
  '{"event":"meeting.ended","payload":{"object":{}}}',
  '\u0000',
];

/**
 * The bodies of all webhooks: a start and an end of every meeting, each twice, and one poisonous body for each hundred,
 * in no order, since Zoom promises none.
 */
export function webhookLoad(meetings: readonly SimulatedMeeting[]): readonly string[] {
  const events = meetings.flatMap((meeting) => {
    const started = meetingEvent('meeting.started', meeting);
    const ended = meetingEvent('meeting.ended', meeting);
    return [started, started, ended, ended];
  });
  const poison = Array.from(
    {length: Math.round(events.length / 100)},
    (_, index) => POISON[index % POISON.length] ?? '',
  );
  return shuffled([...events, ...poison]);
}
