import type {ShowLagging} from '../../core/usecases/show-lagging.js';
import type {JobKind} from './job-kind.js';

/** When Mattermost did not take a post: in half a minute for the first time. */
export const SHOW_AGAIN_MS = 30_000;
const LONGEST_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const GIVE_UP_AFTER_MS = 3 * DAY_MS;
/** An archived channel may be opened again, but few are after so long. */
const REFUSED_FOR_MS = 30 * DAY_MS;

export interface ShowCardsJobDeps {
  showLagging: ShowLagging;
  clock: {now(): number};
}

/** A post lags behind its card, because Mattermost did not take it: it did not answer, or refused it as things were. */
export const showCardsJob = ({showLagging, clock}: ShowCardsJobDeps): JobKind => ({
  name: 'show-cards',
  async run({about, since, tries}) {
    const showing = await showLagging(about);
    const age = clock.now() - since;
    if (showing === 'shown' || (showing === 'refused' && age > REFUSED_FOR_MS)) return 'done';
    if (showing === 'not-shown' && age > GIVE_UP_AFTER_MS) {
      return {failed: 'Mattermost did not take the post for days'};
    }
    return {again: Math.min(LONGEST_MS, SHOW_AGAIN_MS * 2 ** tries)};
  },
});
