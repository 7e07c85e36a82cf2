import type {Stage} from '../meetings/stage.js';
import {addMeeting, type NewMeeting} from '../state/add-meeting.js';
import type {SimulatedMeeting, SimulatedUser} from '../state/records.js';
import {tellPlan} from './tell-plan.js';

/** Puts a meeting into the calendar, as Zoom's pages and its API do. `operator`: who does it; default: the host. */
export function scheduleMeeting(
  stage: Stage,
  given: NewMeeting,
  operator: SimulatedUser | undefined = undefined,
): SimulatedMeeting {
  const meeting = addMeeting(stage.state, given);
  tellPlan(stage, 'created', meeting, {operator});
  return meeting;
}
