import {occurrenceRow, type PlanChange} from '../scheduling/plan-snapshot.js';
import type {SimulatorState} from '../state/create-state.js';
import type {PlannedOccurrence} from '../state/gathering.js';
import type {AnyGathering, SimulatedUser} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';

export const PLAN_EVENTS = [
  'meeting.created',
  'meeting.updated',
  'meeting.deleted',
  'webinar.created',
  'webinar.updated',
  'webinar.deleted',
] as const;

export type PlanEventName = (typeof PLAN_EVENTS)[number];

/** A meeting or webinar was put into the calendar, changed, or taken out of it. */
export interface PlanEvent {
  name: PlanEventName;
  meeting: AnyGathering;
  at: number;
  /** Who did it. */
  operator: SimulatedUser | undefined;
  /** Of the one date that it is about; not given: of all. */
  occurrence?: PlannedOccurrence;
  /** What an update changed. */
  change?: PlanChange;
}

/**
 * Numbers are JSON numbers here. An update names what has changed alone, besides its number, and what it was before.
 * Source: https://developers.zoom.us/docs/api/meetings/events/#tag/meeting
 */
export function planBody(state: SimulatorState, event: PlanEvent): string {
  const {name, meeting, at, operator, occurrence, change} = event;
  const host = state.users.find(({id}) => id === meeting.hostId);
  const extent = occurrence === undefined ? 'all' : 'single';
  const about =
    change === undefined
      ? {operation: extent, object: planned(state, event)}
      : {
          scope: extent,
          object: {id: meeting.number, ...change.after},
          old_object: {id: meeting.number, ...change.before},
          time_stamp: at,
        };
  const payload = {
    account_id: host?.accountId ?? state.account.id,
    operator: operator?.email ?? '',
    operator_id: operator?.id ?? '',
    ...about,
  };
  return JSON.stringify({event: name, event_ts: at, payload});
}

function planned({url, users}: SimulatorState, {name, meeting, occurrence}: PlanEvent): object {
  const {uuid, number, hostId, topic, type, startTime, duration, timezone, occurrences} = meeting;
  const dates = occurrence === undefined ? occurrences : [occurrence];
  const isGone = name.endsWith('.deleted');
  return {
    uuid,
    id: number,
    host_id: hostId,
    topic,
    type,
    ...(startTime !== undefined && {start_time: zoomTime(startTime)}),
    duration,
    timezone,
    ...(dates.length > 0 && {occurrences: dates.map(occurrenceRow)}),
    ...(!isGone && invitation(url, meeting)),
    ...(!isGone && {
      settings: {
        use_pmi: meeting.settings.use_pmi === true,
        alternative_hosts: meeting.settings.alternative_hosts ?? '',
      },
    }),
    ...(meeting.settings.use_pmi === true && {pmi: String(users.find(({id}) => id === hostId)?.pmi)}),
  };
}

const invitation = (
  url: string,
  {number, password, encryptedPassword, recurrence, source}: AnyGathering,
) => ({
  join_url: `${url}/j/${number}?pwd=${encryptedPassword}`,
  password,
  ...(recurrence !== undefined && {recurrence}),
  creation_source: source,
});
