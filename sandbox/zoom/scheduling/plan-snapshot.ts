import type {PlannedOccurrence} from '../state/gathering.js';
import {type AnyGathering, isWebinar} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';

/** What is planned, in Zoom's own words, of which two can be compared. */
export interface PlanSnapshot {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

export const occurrenceRow = ({id, startTime, duration, status}: PlannedOccurrence): object => ({
  occurrence_id: id,
  start_time: zoomTime(startTime),
  duration,
  status,
});

export function planSnapshot(gathering: AnyGathering): PlanSnapshot {
  const {topic, type, startTime, duration, timezone, agenda, password, recurrence, occurrences} = gathering;
  return {
    topic,
    type,
    ...(startTime !== undefined && {start_time: zoomTime(startTime)}),
    duration,
    timezone,
    agenda,
    password,
    ...(recurrence !== undefined && {recurrence}),
    ...(occurrences.length > 0 && {occurrences: occurrences.map(occurrenceRow)}),
    settings: {...gathering.settings, ...ownSettings(gathering)},
  };
}

/** Those that the simulator acts upon. */
export const ownSettings = (gathering: AnyGathering): object =>
  isWebinar(gathering)
    ? {}
    : {waiting_room: gathering.waitingRoom, join_before_host: gathering.joinBeforeHost};

/** What has changed: as it was, and as it is. */
export interface PlanChange {
  before: object;
  after: object;
}

/** `undefined`: nothing has. */
export function comparePlans(before: PlanSnapshot, after: PlanSnapshot): PlanChange | undefined {
  const settings = changedNames(before.settings, after.settings);
  const names = changedNames(before, after).filter((name) => name !== 'settings');
  if (names.length + settings.length === 0) return undefined;
  const part = (of: PlanSnapshot): object => ({
    ...pick(of, names),
    ...(settings.length > 0 && {settings: pick(of.settings, settings)}),
  });
  return {before: part(before), after: part(after)};
}

type Fields = Readonly<Record<string, unknown>>;

const changedNames = (before: Fields, after: Fields): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );

const pick = (fields: Fields, names: readonly string[]): object =>
  Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]]));
