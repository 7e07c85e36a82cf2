import type {Stage} from '../meetings/stage.js';
import type {Gathering, GatheringSettings, PlannedOccurrence, Recurrence} from '../state/gathering.js';
import type {AnyGathering, SimulatedUser} from '../state/records.js';
import {comparePlans, occurrenceRow, planSnapshot} from './plan-snapshot.js';
import {planOccurrences} from './plan-occurrences.js';
import {tellPlan} from './tell-plan.js';

/** What can be changed of a meeting or webinar. Times: ms since the epoch; settings are added to the others. */
export interface PlanChanges {
  topic?: string;
  agenda?: string;
  startTime?: number;
  duration?: number;
  timezone?: string;
  recurrence?: Recurrence;
  password?: string;
  settings?: GatheringSettings;
  capacity?: number;
  isLocked?: boolean;
  /** Of meetings alone. */
  waitingRoom?: boolean;
  joinBeforeHost?: boolean;
}

/** Changes all dates, and tells what has changed. */
export function changePlan(
  stage: Stage,
  meeting: AnyGathering,
  changes: PlanChanges,
  operator?: SimulatedUser,
): void {
  const before = planSnapshot(meeting);
  const {settings, ...others} = changes;
  Object.assign(meeting, others, {settings: {...meeting.settings, ...settings}});
  // Links that were handed out before carry the old one.
  if (changes.password !== undefined) meeting.encryptedPassword = `${stage.state.ids.secret()}.1`;
  if (isMoved(changes)) meeting.occurrences = plannedAnew(meeting);
  stage.state.changed();
  const change = comparePlans(before, planSnapshot(meeting));
  if (change !== undefined) tellPlan(stage, 'updated', meeting, {operator, change});
}

const isMoved = ({startTime, duration, timezone, recurrence}: PlanChanges): boolean =>
  [startTime, duration, timezone, recurrence].some((value) => value !== undefined);

function plannedAnew({startTime, recurrence, timezone, duration}: Gathering): readonly PlannedOccurrence[] {
  if (startTime === undefined || recurrence === undefined) return [];
  return planOccurrences({startTime, timezone, duration, recurrence});
}

/** Moves one date of a series. Its id stays. */
export function changeOccurrence(
  stage: Stage,
  meeting: AnyGathering,
  old: PlannedOccurrence,
  changes: Pick<PlanChanges, 'startTime' | 'duration'>,
  operator?: SimulatedUser,
): void {
  const moved = {...old, ...changes};
  meeting.occurrences = meeting.occurrences.map((one) => (one === old ? moved : one));
  const change = {before: {occurrences: [occurrenceRow(old)]}, after: {occurrences: [occurrenceRow(moved)]}};
  tellPlan(stage, 'updated', meeting, {operator, occurrence: moved, change});
}

/** Takes one date out of a series, or all of it out of the calendar. */
export function cancelPlan(
  stage: Stage,
  meeting: AnyGathering,
  old?: PlannedOccurrence,
  operator?: SimulatedUser,
): void {
  if (old === undefined) {
    meeting.exists = false;
    stage.state.changed();
    return tellPlan(stage, 'deleted', meeting, {operator});
  }
  const occurrence = {...old, status: 'deleted' as const};
  meeting.occurrences = meeting.occurrences.map((one) => (one === old ? occurrence : one));
  tellPlan(stage, 'deleted', meeting, {operator, occurrence});
}
