import {type Card, cardEnd, cardState, isClosed} from '../../core/domain/card.js';
import type {MeetingEvent} from '../../core/domain/events.js';
import {nobodyCame} from '../../core/domain/nobody-came.js';
import {NO_ACTIVITY, type WebhookActivity} from '../../core/domain/webhook-activity.js';
import type {Cards} from '../../core/ports/cards.js';
import type {Clock} from '../../core/ports/clock.js';
import {hasCode} from '../../core/ports/port-error.js';
import type {Turns} from '../../core/ports/turns.js';
import type {WebhookActivityLog} from '../../core/ports/webhook-activity-log.js';
import type {AskAttendance} from '../../core/usecases/ask-attendance.js';
import type {AskZoomAbout} from '../../core/usecases/ask-zoom-about.js';
import type {MayAsk} from '../../core/usecases/may-ask.js';
import type {ShowLagging} from '../../core/usecases/show-lagging.js';
import type {Tally} from '../../core/ports/tally.js';
import type {JobKind, JobOutcome} from './job-kind.js';
import {createTakeTurn} from './take-turn.js';
import {LOOK_AFTER_MS} from './look-after.js';
import {followedSince, nextLook} from './next-look.js';
import {isToBeAsked} from './when-to-ask.js';

/**
 * Zoom ends a meeting after 30 hours at the latest:
 * https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0067966
 */
const LONGEST_MEETING_MS = 30 * 60 * 60_000;
/** Zoom's data about past meetings lag by minutes: they are asked for this often, for this long. */
const LAG_PAUSE_MS = 5 * 60_000;
const LONGEST_LAG_MS = 10 * 60_000;

export interface AskZoomJobDeps {
  cards: Cards;
  askZoomAbout: AskZoomAbout;
  askAttendance: AskAttendance;
  showLagging: ShowLagging;
  /** Called when Mattermost does not take a post: the job that tries for longer takes over. */
  leftUnshown: (number: string) => void;
  /** Takes what follows without an answer of Zoom's. */
  record: (event: MeetingEvent) => Promise<unknown>;
  activity: Pick<WebhookActivityLog, 'read'>;
  turns: Turns;
  clock: Clock;
  /** False: there is nobody to ask, and the job waits until there is. */
  isZoomSetUp: boolean;
  ledNowhere: Tally<string>;
}

/**
 * The end of a meeting may never be told: webhooks get lost, or were never subscribed. Every open meeting is looked at
 * every few minutes, and what is only planned once a day; `when-to-ask` says when Zoom is asked.
 */
export function askZoomJob(deps: AskZoomJobDeps): JobKind {
  const takeTurn = createTakeTurn(deps);
  const {cards, clock, isZoomSetUp} = deps;
  return {
    name: 'ask-zoom',
    async run(job, signal) {
      const {about: number} = job;
      // A node may have died between what it knew and what it showed.
      if ((await deps.showLagging(number)) !== 'shown') deps.leftUnshown(number);
      const open = await withoutEnd(cards, number);
      if (!isZoomSetUp) return open.length === 0 ? 'done' : {again: LOOK_AFTER_MS};
      const mayAsk = takeTurn(signal);
      const isAsked = open.length > 0 && isToBeAsked(job, open, await readActivity(deps), clock.now());
      if (isAsked && (await deps.askZoomAbout({number}, mayAsk)) === 'not-now') return {again: 0};
      await closeUnused(deps, number);
      const attendance = await deps.askAttendance(number, isAsked ? ifFree(mayAsk) : mayAsk);
      const outcome = next(deps, await withoutEnd(cards, number), job.since);
      return outcome === 'done' && attendance !== 'done' ? {again: LAG_PAUSE_MS} : outcome;
    },
  };
}

/** A second wait for a turn would be longer than a job may take. */
const ifFree =
  (mayAsk: MayAsk): MayAsk =>
  () =>
    mayAsk('if-free');

function next({clock, ledNowhere}: AskZoomJobDeps, cards: readonly Card[], since: number): JobOutcome {
  const now = clock.now();
  const isLate = ({unknownAt}: Card): boolean => unknownAt !== undefined && now - unknownAt >= LONGEST_LAG_MS;
  const open = cards.filter((card) => cardState(card) !== 'ended' || !isLate(card));
  if (open.length === 0) return 'done';
  const followed = open.filter((card) => now - followedSince(card, since) <= LONGEST_MEETING_MS);
  if (followed.length === 0) {
    ledNowhere('never-found-out');
    return 'done';
  }
  return {
    again: Math.min(...followed.map((card) => (isUnknown(card) ? LAG_PAUSE_MS : nextLook(card, now) - now))),
  };
}

/** Zoom did not know it when it was last asked; one that is live has begun since. */
const isUnknown = (card: Card): boolean => card.unknownAt !== undefined && cardState(card) !== 'live';

/** Those about whose end Zoom may still tell something. */
async function withoutEnd(cards: Cards, number: string): Promise<readonly Card[]> {
  const stored = await cards.ofNumber(number);
  const known = stored.cards.filter(
    (card) =>
      card.postGone !== true &&
      cardEnd(card) === undefined &&
      cardState(card) !== 'unknown' &&
      !isClosed(card),
  );
  if (known.length === 0 && stored.unreadable !== undefined) throw stored.unreadable;
  return known;
}

/** After Zoom was asked, who would have told of somebody who came. */
async function closeUnused({cards, record, clock}: AskZoomJobDeps, number: string): Promise<void> {
  const now = clock.now();
  for (const {id} of (await cards.ofNumber(number)).cards.filter((card) => nobodyCame(card, now))) {
    await record({kind: 'closed', number, cardId: id, because: 'nobody-came', receivedAt: now});
  }
}

/** Then Zoom is asked as often as if nothing came. */
async function readActivity({activity}: AskZoomJobDeps): Promise<WebhookActivity> {
  try {
    return await activity.read();
  } catch (error) {
    if (hasCode(error, 'record-unreadable')) return NO_ACTIVITY;
    throw error;
  }
}
