import type {Stage} from '../meetings/stage.js';
import {type AnyGathering, isWebinar, type SimulatedUser} from '../state/records.js';
import type {PlanEvent} from '../webhooks/plan-body.js';

/** What else is said of it. `operator`: who did it; default: the host. */
export interface PlanNews extends Pick<PlanEvent, 'occurrence' | 'change'> {
  operator?: SimulatedUser | undefined;
}

/**
 * Tells that the calendar has changed, in which no instant meetings and personal rooms are. Of instant ones
 * `meeting.created` is missing at times (https://devforum.zoom.us/t/7525), and here always.
 */
export function tellPlan(
  {state, emit}: Stage,
  what: 'created' | 'updated' | 'deleted',
  meeting: AnyGathering,
  {operator, ...news}: PlanNews = {},
): void {
  if (meeting.type === 1 || meeting.type === 4) return;
  const host = state.users.find(({id}) => id === meeting.hostId);
  const name = isWebinar(meeting) ? (`webinar.${what}` as const) : (`meeting.${what}` as const);
  emit({name, meeting, at: state.clock.now(), operator: operator ?? host, ...news});
  state.changed();
}
