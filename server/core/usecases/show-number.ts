import type {ImportKind} from '../../../contract/import.js';
import {hasCode} from '../ports/port-error.js';
import type {Zoom} from '../ports/zoom.js';
import type {AnswerOf} from '../ports/zoom/operation.js';
import type {operations} from '../ports/zoom/operations.js';

/** What Zoom shows under a number. */
export interface ShownInZoom {
  kind: ImportKind;
  /** Webinars have the same fields. */
  shown: AnswerOf<typeof operations.getMeeting>;
}

interface Asked {
  userId: string;
  /** `undefined`: nobody noted it. */
  zoomUserId: string | undefined;
  /** 'either': whoever asks does not know. */
  kind: ImportKind | 'either';
  number: string;
}

/**
 * Zoom's numbers: deleted or expired · no such thing for this person · the number of a webinar where a meeting is asked
 * for, and what it says of a number that no webinar has.
 */
const NOT_THERE = [3001, 1001, 3000, 1010];

/** `undefined`: nothing, or nothing that this person may see. Rejects with `zoom-trouble`. */
export async function showNumber(
  zoom: Zoom,
  {userId, zoomUserId, kind, number}: Asked,
  signal: AbortSignal,
): Promise<ShownInZoom | undefined> {
  const {operations} = zoom.as({kind: 'host', userId, zoomUserId}, signal);
  const kinds: readonly ImportKind[] = kind === 'either' ? ['meeting', 'webinar'] : [kind];
  for (const one of kinds) {
    const asked =
      one === 'meeting'
        ? operations.getMeeting({meetingId: number})
        : operations.getWebinar({webinarId: number});
    const shown = await asked.catch(unlessThere(kind === 'either' && one === 'webinar'));
    if (shown !== undefined) return {kind: one, shown};
  }
  return undefined;
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
