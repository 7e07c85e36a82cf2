import type {Clock} from '../ports/clock.js';
import {createRecentAnswers, type RecentAnswers} from './recent-answers.js';

/** Long enough for a meeting that everybody joins, short enough that whoever is new here need not wonder. */
const REMEMBERED_MS = 10 * 60_000;
const MAX_REMEMBERED = 4_000;

/** Somebody in Mattermost, as people know them there. */
export interface KnownPerson {
  userId: string;
  name: string;
}

/** Who people are was asked of late; that they are nobody here is remembered, too. What failed is asked again. */
export type RecentPeople = RecentAnswers<KnownPerson | undefined>;

export const createRecentPeople = ({clock}: {clock: Pick<Clock, 'after'>}): RecentPeople =>
  createRecentAnswers({clock, keptMs: REMEMBERED_MS, failedMs: 0, most: MAX_REMEMBERED});
