import type {ZoomProblem} from '../../core/ports/zoom.js';

/** Longer than this nobody who typed a command is kept waiting for a second try. */
const LONGEST_WAIT_MS = 3000;
const SHORTEST_WAIT_MS = 200;
const JITTER_MS = 400;

/**
 * How many milliseconds to wait before the one repetition of a request; `undefined`: it is not repeated.
 *
 * A request that may change something (`repeatable: false`) is repeated only where Zoom says that it has not even
 * looked at it, which is the limit per second. The limit per day is final until it ends.
 */
export function waitBeforeRepeat(
  problem: ZoomProblem,
  request: {repeatable: boolean},
  moment: {now: number; retryAt: number | undefined; /** 0 to 1 */ jitter: number},
): number | undefined {
  if (!isWorthRepeating(problem, request.repeatable)) return undefined;
  const asked = Math.max(0, (moment.retryAt ?? moment.now) - moment.now);
  const wait = asked + SHORTEST_WAIT_MS + Math.round(moment.jitter * JITTER_MS);
  return wait > LONGEST_WAIT_MS ? undefined : wait;
}

function isWorthRepeating(problem: ZoomProblem, repeatable: boolean): boolean {
  switch (problem.kind) {
    case 'rate-limited':
      return problem.per === 'second';
    case 'unreachable':
    case 'server-error':
      return repeatable;
    default:
      return false;
  }
}
