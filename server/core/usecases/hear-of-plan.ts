import {kindOf} from '../domain/card-kind.js';
import type {Named} from '../domain/events.js';
import {isNamed} from '../domain/standing.js';
import type {Cards} from '../ports/cards.js';
import type {AskSeldom} from './ask-seldom.js';
import type {HearOutcome} from './hear-of-meeting.js';
import type {RecordMeetingEvent} from './record-meeting-event.js';

/** What is planned has changed in Zoom, or was deleted there, with all its occurrences. */
export interface PlanNews extends Named {
  what: 'changed' | 'deleted';
  receivedAt: number;
}

/** Rejects when the store fails. */
export type HearOfPlan = (news: PlanNews, authenticity: 'fresh' | 'stale') => Promise<HearOutcome>;

interface HearOfPlanDeps {
  cards: Pick<Cards, 'ofNumber'>;
  /** Resolves when no card of this meeting is about to be written. */
  settled: (number: string) => Promise<void>;
  record: RecordMeetingEvent;
  askZoomAbout: AskSeldom;
}

/**
 * Zoom tells of every change in a company's calendars; those of which there is no card cost one read. Of a change it
 * tells only what has changed, in its own words, so that it is asked for the whole beside the answer.
 */
export const createHearOfPlan =
  ({cards, settled, record, askZoomAbout}: HearOfPlanDeps): HearOfPlan =>
  async ({what, receivedAt, ...named}, authenticity) => {
    const {number} = named;
    await settled(number);
    const stored = await cards.ofNumber(number);
    const isOurs = stored.cards.some((card) => kindOf(card).isPlanned && isNamed(card, named));
    if (!isOurs && stored.unreadable !== undefined) throw stored.unreadable;
    if (!isOurs) return {kind: 'unknown-meeting'};
    if (what === 'deleted' && authenticity === 'fresh')
      return record({kind: 'withdrawn', number, receivedAt});
    // Nobody waits for it: it never rejects, and knows itself what a stop has to wait for. Each change is another one:
    // the answer to the question about the first may be older than the second.
    void askZoomAbout(named, `${what} ${receivedAt}`);
    return {kind: 'hint'};
  };
