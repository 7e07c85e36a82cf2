import type {ImportKind} from '../../../contract/import.js';
import type {LinkHosts} from '../../../contract/link-rules.js';
import type {CardKind} from '../domain/card-kind.js';
import type {CardMeeting} from '../domain/card.js';
import type {Intent} from '../domain/intent.js';
import type {Plan} from '../domain/plan.js';
import {zoomTime} from '../domain/zoom-time.js';
import type {Chat} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import {hasCode} from '../ports/port-error.js';
import type {Zoom, ZoomAs} from '../ports/zoom.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import {type NoCard, readPlanned} from './read-planned.js';
import {createReadRoles, type ReadRoles} from './read-roles.js';
import {showNumber} from './show-number.js';

export type LookOutcome =
  | {
      kind: 'planned';
      cardKind: CardKind;
      meeting: CardMeeting;
      plan: Plan;
      /** It is a webinar, and over. */
      held?: Intent['held'];
    }
  | NoCard
  /** Its time is over, and a card would have nothing to say. */
  | {kind: 'over'}
  /** Zoom knows nothing of this number, or nothing that this person may see. */
  | {kind: 'gone'};

interface LookDeps {
  zoom: Zoom;
  chat: Pick<Chat, 'userByEmail'>;
  trustUnverifiedEmails: boolean;
  clock: Pick<Clock, 'now'>;
  accountId: string | undefined;
  hosts: LinkHosts;
}

interface Looked {
  userId: string;
  zoomUser: ZoomUser;
  /** 'either': whoever asks does not know. */
  kind: ImportKind | 'either';
  number: string;
}

const CARD_KIND = {meeting: 'scheduled', webinar: 'webinar'} as const satisfies Record<ImportKind, CardKind>;

/** What the person has planned in Zoom under a number. Rejects with `zoom-trouble`. */
export async function lookAtPlanned(
  deps: LookDeps,
  {userId, zoomUser, kind, number}: Looked,
  signal: AbortSignal,
): Promise<LookOutcome> {
  const seen = await showNumber(deps.zoom, {userId, zoomUserId: zoomUser.id, kind, number}, signal);
  if (seen === undefined) return {kind: 'gone'};
  const accountId = zoomUser.accountId ?? deps.accountId;
  const judging = {...deps, kind: seen.kind, zoomUserId: zoomUser.id, accountId, now: deps.clock.now()};
  const read = readPlanned(seen.shown, judging);
  if (read.kind !== 'planned') return read;
  const cardKind = CARD_KIND[seen.kind];
  const host = deps.zoom.as({kind: 'host', userId, zoomUserId: zoomUser.id}, signal);
  const isWebinar = seen.kind === 'webinar';
  if (read.isOver) {
    const held = isWebinar ? await lastHeld(host, number) : undefined;
    if (held === undefined) return {kind: 'over'};
    return {kind: 'planned', cardKind, plan: read.plan, meeting: {...read.meeting, uuid: held.uuid}, held};
  }
  const roles = await createReadRoles(deps)(host, seen.shown, {isWebinar, known: undefined, mayAsk: always});
  const plan = {...read.plan, ...named(roles)};
  const meeting = {...read.meeting, ...(read.meeting.uuid === undefined && {since: zoomSecond(deps)})};
  return {kind: 'planned', cardKind, meeting, plan};
}

/** When the webinar was held last; `undefined`: never. */
async function lastHeld(zoom: ZoomAs, webinarId: string): Promise<Intent['held']> {
  const {webinars = []} = await zoom.operations.listPastWebinarInstances({webinarId});
  const [last] = webinars
    .flatMap(({uuid, start_time}) => (uuid === undefined ? [] : [{uuid, startedAt: zoomTime(start_time)}]))
    .sort((one, other) => (other.startedAt ?? 0) - (one.startedAt ?? 0));
  if (last === undefined) return undefined;
  // That it is over does not depend on when it ended.
  const past = await zoom.pastMeeting(last.uuid).catch((error: unknown) => {
    if (hasCode(error, 'zoom-trouble')) return undefined;
    throw error;
  });
  return {...last, endedAt: past?.endedAt};
}

/** The person waits for it. */
const always = async (): Promise<true> => true;

const named = ({alternativeHosts, panelists}: Awaited<ReturnType<ReadRoles>>): Partial<Plan> => ({
  ...(alternativeHosts.length > 0 && {alternativeHosts: [...alternativeHosts]}),
  ...(panelists.length > 0 && {panelists: [...panelists]}),
});

/** Nothing runs by Zoom's clock, whose times are in whole seconds: what begins from now on is for the card. */
const zoomSecond = ({clock, zoom}: LookDeps): number =>
  Math.floor((clock.now() + (zoom.clockAhead() ?? 0)) / 1000) * 1000;
