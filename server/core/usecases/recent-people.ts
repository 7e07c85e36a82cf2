import type {Clock} from '../ports/clock.js';

/** Long enough for a meeting that everybody joins, short enough that whoever is new here need not wonder. */
const REMEMBERED_MS = 10 * 60_000;
/** The longest known are forgotten first. */
const MAX_REMEMBERED = 4_000;

/** Somebody in Mattermost, as people know them there. */
export interface KnownPerson {
  userId: string;
  name: string;
}

/** Who people are was asked of late; that they are nobody here is remembered, too. */
export interface RecentPeople {
  /** Several who ask at the same time share one question. One that fails is asked again by the next. */
  recall(key: string, ask: () => Promise<KnownPerson | undefined>): Promise<KnownPerson | undefined>;
}

export function createRecentPeople({clock}: {clock: Pick<Clock, 'now'>}): RecentPeople {
  const known = new Map<string, {answer: Promise<KnownPerson | undefined>; until: number}>();
  const forgetOldest = (): void => {
    for (const key of known.keys()) {
      if (known.size <= MAX_REMEMBERED) return;
      known.delete(key);
    }
  };
  return {
    recall(key, ask) {
      const recent = known.get(key);
      if (recent !== undefined && recent.until > clock.now()) return recent.answer;
      const entry = {answer: ask(), until: clock.now() + REMEMBERED_MS};
      // Behind those that were asked about since.
      known.delete(key);
      known.set(key, entry);
      forgetOldest();
      entry.answer.catch(() => {
        if (known.get(key) === entry) known.delete(key);
      });
      return entry.answer;
    },
  };
}
