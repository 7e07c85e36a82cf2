import type {ImportKind} from '../../../contract/import.js';
import {isMeetingLink, type LinkHosts} from '../../../contract/link-rules.js';
import {passcodeBeside} from '../ports/zoom/endpoints/create-meeting.js';
import type {CardMeeting} from '../domain/card.js';
import {isInPersonalRoom, isPlannedType} from '../domain/importable.js';
import type {Plan} from '../domain/plan.js';
import {planOf, type ToldPlan} from '../domain/plan-of.js';
import {zoomTime} from '../domain/zoom-time.js';

/** Why something in Zoom becomes no card that follows it. */
export type NoCard =
  /** Somebody else hosts it. */
  | {kind: 'not-the-host'}
  /** It was never planned: it was started for now. */
  | {kind: 'instant'}
  /** It is planned under a personal meeting ID, under which other meetings run, too. */
  | {kind: 'personal'}
  /** A webinar for people who are signed in to Zoom. */
  | {kind: 'sign-in'}
  /** Its link leads to an address that is not trusted. */
  | {kind: 'unsafe-link'; number: string};

interface Shown extends ToldPlan {
  id: string;
  uuid?: string | undefined;
  host_id?: string | undefined;
  status?: string | undefined;
  password?: string | undefined;
  join_url?: string | undefined;
  settings?: {meeting_authentication?: boolean | undefined} | undefined;
}

interface Judging {
  kind: ImportKind;
  /** Of whoever brings it here. */
  zoomUserId: string;
  accountId: string | undefined;
  hosts: LinkHosts;
  now: number;
}

/** Whoever is an hour late to their own meeting does not come any more. */
const MAY_BE_LATE_MS = 60 * 60_000;

/** What a card of it is made of, as Zoom shows it to its host. */
export function readPlanned(
  shown: Shown,
  {kind, zoomUserId, accountId, hosts, now}: Judging,
): {kind: 'planned'; meeting: CardMeeting; plan: Plan; isOver: boolean} | NoCard {
  const {id: number, join_url: joinUrl = '', uuid, password} = shown;
  if (shown.host_id !== zoomUserId) return {kind: 'not-the-host'};
  if (!isPlannedType(kind, shown.type)) return {kind: 'instant'};
  if (isInPersonalRoom(shown)) return {kind: 'personal'};
  // What a webinar asks of those who are not signed in, we cannot say. A meeting's link says it by itself.
  if (kind === 'webinar' && shown.settings?.meeting_authentication === true) return {kind: 'sign-in'};
  if (!isMeetingLink(joinUrl, hosts)) return {kind: 'unsafe-link', number};
  const runs = shown.status === 'started';
  const meeting: CardMeeting = {
    number,
    // Of an occurrence to come, nobody knows it yet: that of a series is not the one that Zoom names.
    uuid: runs ? uuid : undefined,
    hostId: zoomUserId,
    accountId,
    joinUrl,
    passcode: passcodeBeside(joinUrl, password),
  };
  const isPast = !runs && isOver(shown, now);
  // Of what is over, the time is told for which it was planned.
  const startsAt = isPast ? zoomTime(shown.start_time) : undefined;
  const plan = {...planOf(shown, {now, linkHosts: hosts}), ...(startsAt !== undefined && {startsAt})};
  return {kind: 'planned', meeting, plan, isOver: isPast};
}

/** All of its times are over; what has none can begin at any time. */
function isOver({occurrences = [], ...shown}: Shown, now: number): boolean {
  const times = (occurrences.length > 0 ? occurrences : [shown]).map(
    ({start_time, duration = shown.duration ?? 0}) => {
      const startsAt = zoomTime(start_time);
      return startsAt === undefined ? Infinity : startsAt + duration * 60_000;
    },
  );
  return times.every((end) => end + MAY_BE_LATE_MS <= now);
}
