import {cardState} from '../../core/domain/card.js';
import type {Cards} from '../../core/ports/cards.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Turns} from '../../core/ports/turns.js';
import type {WebhookActivityLog} from '../../core/ports/webhook-activity-log.js';
import type {AskZoomAbout} from '../../core/usecases/ask-zoom-about.js';
import {pause} from '../../lib/pause.js';
import type {JobKind} from './job-kind.js';

/** After the start; less than a quarter of an hour, so that the card is right after one. */
export const ASK_ZOOM_AFTER_MS = 14 * 60_000;
/** Zoom ends a meeting after 30 hours at the latest: https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0067966 */
const LONGEST_MEETING_MS = 30 * 60 * 60_000;
const LONGEST_PAUSE_MS = 4 * 60 * 60_000;
/** Two questions: about the running meeting, and about the past one. */
const QUESTIONS = 2;
const PATIENCE_MS = 20_000;

interface AskZoomJobDeps {
  cards: Cards;
  askZoomAbout: AskZoomAbout;
  activity: Pick<WebhookActivityLog, 'read'>;
  /** One call of Zoom's API a second, all nodes together. */
  turns: Turns;
  clock: Clock;
  logger: Logger;
}

/**
 * The end of a meeting may never be told: webhooks get lost, or were never subscribed. Where none has come since the
 * meeting began, every quarter of an hour; where they do come, ever more rarely.
 */
export const askZoomJob = (deps: AskZoomJobDeps): JobKind => ({
  name: 'ask-zoom',
  async run({about: number, since, tries}, signal) {
    if (!(await isOpen(deps.cards, number))) return 'done';
    const turn = await deps.turns.take(QUESTIONS, PATIENCE_MS);
    if (turn === undefined) return {again: PATIENCE_MS};
    await pause(deps.clock, turn - deps.clock.now(), signal);
    await deps.askZoomAbout({number});
    if (!(await isOpen(deps.cards, number))) return 'done';
    if (deps.clock.now() - since > LONGEST_MEETING_MS) {
      deps.logger.info('The end of a meeting was never found out', {meeting: number});
      return 'done';
    }
    const {acceptedAt = 0} = await deps.activity.read();
    return {
      again:
        acceptedAt < since ? ASK_ZOOM_AFTER_MS : Math.min(LONGEST_PAUSE_MS, ASK_ZOOM_AFTER_MS * 2 ** tries),
    };
  },
});

const isOpen = async (cards: Cards, number: string): Promise<boolean> =>
  (await cards.ofMeeting(number)).cards.some((card) => card.postGone !== true && cardState(card) !== 'ended');
