import {planOccurrences} from '../scheduling/plan-occurrences.js';
import type {SimulatorState} from './create-state.js';
import type {Gathering, GatheringSettings, Recurrence} from './gathering.js';

/** What can be said of a meeting or webinar when it is made. */
export interface NewGathering {
  hostId: string;
  /** Not given: a new one. */
  number?: number;
  topic?: string;
  agenda?: string;
  /** ms since the epoch; default: now, where it has a time at all. */
  startTime?: number;
  /** Minutes. */
  duration?: number;
  /** Default: the host's. */
  timezone?: string;
  recurrence?: Recurrence;
  password?: string;
  settings?: GatheringSettings;
  capacity?: number;
  source?: Gathering['source'];
}

interface Defaults {
  topic: string;
  duration: number;
  capacity: number;
  hasTime: boolean;
}

/** The part that meetings and webinars share. */
export function createGathering(
  {users, ids, clock}: SimulatorState,
  given: NewGathering,
  defaults: Defaults,
): Gathering {
  const {hostId, recurrence, duration = defaults.duration} = given;
  const timezone = given.timezone ?? users.find(({id}) => id === hostId)?.timezone ?? 'UTC';
  const startTime = defaults.hasTime ? (given.startTime ?? clock.now()) : undefined;
  const isSeries = startTime !== undefined && recurrence !== undefined;
  return {
    number: given.number ?? ids.meetingNumber(),
    uuid: ids.uuid(),
    hostId,
    topic: given.topic ?? defaults.topic,
    agenda: given.agenda ?? '',
    startTime,
    duration,
    timezone,
    recurrence,
    occurrences: isSeries ? planOccurrences({startTime, timezone, duration, recurrence}) : [],
    status: 'waiting',
    exists: true,
    createdAt: clock.now(),
    source: given.source ?? 'other',
    startedAt: undefined,
    password: given.password ?? ids.passcode(),
    encryptedPassword: `${ids.secret()}.1`,
    settings: given.settings ?? {},
    registrationToken: ids.opaque(),
    registrants: [],
    capacity: given.capacity ?? defaults.capacity,
    isLocked: false,
    participants: [],
    userIds: 0,
    stays: [],
    past: [],
  };
}
