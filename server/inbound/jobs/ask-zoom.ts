import {type Card, cardEnd, cardState} from '../../core/domain/card.js';
import {NO_ACTIVITY, type WebhookActivity} from '../../core/domain/webhook-activity.js';
import type {Cards} from '../../core/ports/cards.js';
import type {Clock} from '../../core/ports/clock.js';
import {hasCode} from '../../core/ports/port-error.js';
import type {Turns} from '../../core/ports/turns.js';
import type {WebhookActivityLog} from '../../core/ports/webhook-activity-log.js';
import type {AskZoomAbout} from '../../core/usecases/ask-zoom-about.js';
import type {ShowLagging} from '../../core/usecases/show-lagging.js';
import type {Tally} from '../../core/ports/tally.js';
import {withDeadline} from '../../lib/deadline.js';
import type {JobKind, JobOutcome} from './job-kind.js';

/** After the start; less than a quarter of an hour, so that the card is right after one. */
export const ASK_ZOOM_AFTER_MS = 14 * 60_000;
/**
 * Zoom ends a meeting after 30 hours at the latest:
 * https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0067966
 */
const LONGEST_MEETING_MS = 30 * 60 * 60_000;
const LONGEST_PAUSE_MS = 4 * 60 * 60_000;
/** Zoom's data about past meetings lag by minutes: they are asked for this often, for this long. */
const LAG_PAUSE_MS = 5 * 60_000;
const LONGEST_LAG_MS = 10 * 60_000;
/** Two questions: about the running meeting, and about the past one. */
const QUESTIONS = 2;
const PATIENCE_MS = 20_000;

export interface AskZoomJobDeps {
  cards: Cards;
  askZoomAbout: AskZoomAbout;
  showLagging: ShowLagging;
  /** Called when Mattermost does not take a post: the job that tries for longer takes over. */
  leftUnshown: (number: string) => void;
  activity: Pick<WebhookActivityLog, 'read'>;
  /** One call of Zoom's API a second, all nodes together. */
  turns: Turns;
  clock: Clock;
  /** False: there is nobody to ask, and the job waits until there is. */
  isZoomSetUp: boolean;
  ledNowhere: Tally<string>;
}

/**
 * The end of a meeting may never be told: webhooks get lost, or were never subscribed. Where none has come since the
 * meeting began, every quarter of an hour; where they do come, ever more rarely.
 */
export const askZoomJob = (deps: AskZoomJobDeps): JobKind => ({
  name: 'ask-zoom',
  async run({about: number, since, tries}, signal) {
    if ((await withoutEnd(deps.cards, number)).length === 0) {
      // A node may have died between what it knew and what it showed.
      if ((await deps.showLagging(number)) !== 'shown') deps.leftUnshown(number);
      return 'done';
    }
    if (!deps.isZoomSetUp) return {again: ASK_ZOOM_AFTER_MS};
    const turn = await deps.turns.take(QUESTIONS, PATIENCE_MS);
    if (turn === undefined) return {again: PATIENCE_MS};
    const wait = turn - deps.clock.now();
    if (wait > 0) await withDeadline(deps.clock, PATIENCE_MS, ({pause}) => pause(wait), signal);
    signal.throwIfAborted();
    await deps.askZoomAbout({number});
    return next(deps, await withoutEnd(deps.cards, number), {since, tries});
  },
});

async function next(
  {clock, activity, ledNowhere}: AskZoomJobDeps,
  cards: readonly Card[],
  {since, tries}: {since: number; tries: number},
): Promise<JobOutcome> {
  const now = clock.now();
  const isLate = ({unknownAt}: Card): boolean => unknownAt !== undefined && now - unknownAt >= LONGEST_LAG_MS;
  const open = cards.filter((card) => cardState(card) !== 'ended' || !isLate(card));
  if (open.length === 0) return 'done';
  if (now - since > LONGEST_MEETING_MS) {
    ledNowhere('never-found-out');
    return 'done';
  }
  if (open.some(isUnknown)) return {again: LAG_PAUSE_MS};
  const {accepted} = await activity.read().catch(nothingWhereUnreadable);
  const isTold = accepted !== undefined && accepted.at >= since;
  return {again: isTold ? Math.min(LONGEST_PAUSE_MS, ASK_ZOOM_AFTER_MS * 2 ** tries) : ASK_ZOOM_AFTER_MS};
}

/** Zoom did not know it when it was last asked; one that is live has begun since. */
const isUnknown = (card: Card): boolean => card.unknownAt !== undefined && cardState(card) !== 'live';

/** Those about whose end Zoom may still tell something. */
async function withoutEnd(cards: Cards, number: string): Promise<readonly Card[]> {
  const stored = await cards.ofNumber(number);
  const known = stored.cards.filter(
    (card) => card.postGone !== true && cardEnd(card) === undefined && cardState(card) !== 'unknown',
  );
  if (known.length === 0 && stored.unreadable !== undefined) throw stored.unreadable;
  return known;
}

/** Then Zoom is asked as often as if nothing came. */
function nothingWhereUnreadable(error: unknown): WebhookActivity {
  if (hasCode(error, 'record-unreadable')) return NO_ACTIVITY;
  throw error;
}
