import type {Showing} from '../../core/usecases/show-cards.js';
import type {ShowLagging} from '../../core/usecases/show-lagging.js';
import type {JobKind} from './job-kind.js';

/** When Mattermost did not take a post: in half a minute for the first time. */
export const SHOW_AGAIN_MS = 30_000;
const MINUTE_MS = 60_000;
/**
 * The longest pause. The end of an outage is seen soon, as it ends for all cards at once, and so is the bot's return to
 * a channel, which somebody was asked for.
 */
const PAUSE_MS = {
  'not-shown': 5 * MINUTE_MS,
  refused: 60 * MINUTE_MS,
} as const satisfies Record<Exclude<Showing, 'shown'>, number>;
/** An archived channel may be opened again, and a bot enabled, but few are after so long. */
const TRIED_FOR_MS = 30 * 24 * 60 * MINUTE_MS;

export interface ShowCardsJobDeps {
  showLagging: ShowLagging;
  clock: {now(): number};
}

/** A post lags behind its card, because Mattermost did not take it. */
export const showCardsJob = ({showLagging, clock}: ShowCardsJobDeps): JobKind => ({
  name: 'show-cards',
  async run({about, since, tries}) {
    const showing = await showLagging(about);
    if (showing === 'shown') return 'done';
    if (clock.now() - since <= TRIED_FOR_MS) {
      return {again: Math.min(PAUSE_MS[showing], SHOW_AGAIN_MS * 2 ** tries)};
    }
    // A channel that stays archived is no fault.
    return showing === 'refused' ? 'done' : {failed: 'Mattermost did not take the post for a month'};
  },
});
