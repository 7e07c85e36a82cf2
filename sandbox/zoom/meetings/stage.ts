import type {SimulatorState} from '../state/create-state.js';
import type {Participant} from '../state/participant.js';
import {type AnyGathering, isWebinar} from '../state/records.js';
import type {MeetingEvent, WebhookEvent} from '../webhooks/webhook-events.js';

/** Where it happens, and who is told. */
export interface Stage {
  readonly state: SimulatorState;
  readonly emit: (event: WebhookEvent) => void;
}

/** Tells what has just happened in a meeting, and to whom. */
export function tell(
  {state, emit}: Stage,
  name: MeetingEvent['name'],
  meeting: AnyGathering,
  about: Pick<MeetingEvent, 'participant' | 'reason' | 'roomUuid'> = {},
): void {
  const at = state.clock.now();
  emit({name, meeting, startedAt: meeting.startedAt ?? meeting.createdAt, at, ...about});
  state.changed();
}

/** Of those who are in or wait: by id, else the latest of that name. */
export function requirePerson(meeting: AnyGathering, who: string): Participant {
  const people = [...(isWebinar(meeting) ? [] : meeting.waiting), ...meeting.participants];
  const found = people.find(({id}) => id === who) ?? people.findLast(({name}) => name === who);
  if (found === undefined) throw new Error(`${who} is not in meeting ${meeting.number}.`);
  return found;
}
