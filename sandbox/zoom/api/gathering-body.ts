import {occurrenceRow} from '../scheduling/plan-snapshot.js';
import {registrationUrl} from '../scheduling/registration-links.js';
import type {SimulatorState} from '../state/create-state.js';
import {asksForRegistration, type Gathering} from '../state/gathering.js';
import type {AnyGathering} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';

/** What REST shows of meetings and webinars alike. A series has its times in its dates alone. */
export function gatheringBody(
  state: SimulatorState,
  gathering: AnyGathering,
  hasPastDates: boolean,
): Record<string, unknown> {
  const {uuid, number, hostId, topic, type, startTime, duration, timezone, agenda, recurrence} = gathering;
  const isSeries = gathering.occurrences.length > 0;
  const now = state.clock.now();
  const dates = gathering.occurrences.filter(
    (date) => hasPastDates || date.startTime + date.duration * 60_000 > now,
  );
  return {
    uuid,
    id: number,
    host_id: hostId,
    host_email: state.users.find(({id}) => id === hostId)?.email ?? '',
    topic,
    type,
    ...(startTime !== undefined && !isSeries && {start_time: zoomTime(startTime)}),
    ...(!isSeries && {duration}),
    timezone,
    ...(agenda !== '' && {agenda}),
    created_at: zoomTime(gathering.createdAt),
    ...(asksForRegistration(gathering) && {registration_url: registrationUrl(state, gathering)}),
    ...(isSeries && {occurrences: dates.map(occurrenceRow)}),
    ...(recurrence !== undefined && {recurrence}),
    creation_source: gathering.source,
  };
}

/** With the passcode, unless the host's links have none. */
export function joinUrl(
  {users, url}: SimulatorState,
  {hostId, number, encryptedPassword, settings}: Gathering,
): string {
  const host = users.find(({id}) => id === hostId);
  const passcode = host?.embedsPasscode === false ? '' : `?pwd=${encryptedPassword}`;
  return `${url}/j/${settings.use_pmi === true && host !== undefined ? host.pmi : number}${passcode}`;
}
