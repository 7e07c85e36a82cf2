import type {ImportKind} from '../../../contract/import.js';
import type {LinkHosts} from '../../../contract/link-rules.js';
import type {CardKind} from '../domain/card-kind.js';
import type {CardMeeting} from '../domain/card.js';
import type {Plan} from '../domain/plan.js';
import type {Clock} from '../ports/clock.js';
import type {Zoom} from '../ports/zoom.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import {type NoCard, readPlanned} from './read-planned.js';
import {showNumber} from './show-number.js';

export type LookOutcome =
  | {kind: 'planned'; cardKind: CardKind; meeting: CardMeeting; plan: Plan}
  | NoCard
  /** Zoom knows nothing of this number, or nothing that this person may see. */
  | {kind: 'gone'};

interface LookDeps {
  zoom: Zoom;
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
  return read.kind === 'planned' ? {...read, cardKind: CARD_KIND[seen.kind]} : read;
}
