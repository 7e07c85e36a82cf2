import type {Clock} from '../ports/clock.js';

/** Whoever posts a link posts it again soon, in the next channel or to the next person. */
const REMEMBERED_MS = 10 * 60_000;
const MAX_REMEMBERED = 1_000;

/** What is behind a link. `topic`: of a meeting of their own, '' where it has none; `undefined`: none of theirs. */
interface Found {
  topic: string | undefined;
}

/** Links that people have posted lately, and what Zoom said of them. */
export interface RecentLinks {
  /** `undefined`: Zoom is to be asked. */
  recall(userId: string, number: string): Found | undefined;
  note(userId: string, number: string, found: Found): void;
  /** Whether it was not offered there yet; from now on it was. */
  mayOffer(userId: string, number: string, channelId: string): boolean;
}

export function createRecentLinks({clock}: {clock: Pick<Clock, 'now'>}): RecentLinks {
  const known = new Map<string, {until: number; found?: Found}>();
  const remember = (key: string, found?: Found): void => {
    const now = clock.now();
    // In the order in which they were noted.
    for (const [old, {until}] of known) {
      if (until > now && known.size < MAX_REMEMBERED) break;
      known.delete(old);
    }
    known.delete(key);
    known.set(key, {until: now + REMEMBERED_MS, ...(found && {found})});
  };
  const lately = (key: string) => {
    const one = known.get(key);
    return one !== undefined && one.until > clock.now() ? one : undefined;
  };
  return {
    recall: (userId, number) => lately(`${userId} ${number}`)?.found,
    note: (userId, number, found) => remember(`${userId} ${number}`, found),
    mayOffer(userId, number, channelId) {
      const key = `${userId} ${number} ${channelId}`;
      if (lately(key) !== undefined) return false;
      remember(key);
      return true;
    },
  };
}
