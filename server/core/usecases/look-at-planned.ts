import type {ImportKind} from '../../../contract/import.js';
import type {LinkHosts} from '../../../contract/link-rules.js';
import type {CardKind} from '../domain/card-kind.js';
import type {CardMeeting} from '../domain/card.js';
import type {Plan} from '../domain/plan.js';
import type {Clock} from '../ports/clock.js';
import {hasCode} from '../ports/port-error.js';
import type {Zoom} from '../ports/zoom.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import {type NoCard, readPlanned} from './read-planned.js';

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

/**
 * Zoom's numbers: deleted or expired · no such thing for this person · the number of a webinar where a meeting is asked
 * for, and what it says of a number that no webinar has.
 */
const NOT_THERE = [3001, 1001, 3000, 1010];

/** What the person has planned in Zoom under a number. Rejects with `zoom-trouble`. */
export async function lookAtPlanned(
  deps: LookDeps,
  {userId, zoomUser, kind, number}: Looked,
  signal: AbortSignal,
): Promise<LookOutcome> {
  const {operations} = deps.zoom.as({kind: 'host', userId, zoomUserId: zoomUser.id}, signal);
  const kinds: readonly ImportKind[] = kind === 'either' ? ['meeting', 'webinar'] : [kind];
  for (const one of kinds) {
    const asked =
      one === 'meeting'
        ? operations.getMeeting({meetingId: number})
        : operations.getWebinar({webinarId: number});
    const shown = await asked.catch(unlessThere(kind === 'either' && one === 'webinar'));
    if (shown === undefined) continue;
    const accountId = zoomUser.accountId ?? deps.accountId;
    const judging = {...deps, kind: one, zoomUserId: zoomUser.id, accountId, now: deps.clock.now()};
    const read = readPlanned(shown, judging);
    return read.kind === 'planned' ? {...read, cardKind: CARD_KIND[one]} : read;
  }
  return {kind: 'gone'};
}

/** `isGuess`: there may be no webinars at all in this account, which says only that this is none. */
const unlessThere =
  (isGuess: boolean) =>
  (error: unknown): undefined => {
    if (!hasCode(error, 'zoom-trouble')) throw error;
    const {problem} = error.details;
    if (problem.kind === 'refused' && (isGuess || NOT_THERE.includes(problem.code))) return undefined;
    if (problem.kind === 'invalid') return undefined;
    if (isGuess && (problem.kind === 'missing-scope' || problem.kind === 'forbidden')) return undefined;
    throw error;
  };
