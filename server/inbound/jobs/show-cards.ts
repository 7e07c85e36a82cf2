import type {ShowLagging} from '../../core/usecases/show-lagging.js';
import type {JobKind} from './job-kind.js';

/** When Mattermost did not take a post: in half a minute for the first time. */
export const SHOW_AGAIN_MS = 30_000;
const LONGEST_MS = 60 * 60_000;
const GIVE_UP_AFTER_MS = 3 * 24 * 60 * 60_000;

export interface ShowCardsJobDeps {
  showLagging: ShowLagging;
  clock: {now(): number};
}

/** The post of a card lags behind, because Mattermost did not take it. */
export const showCardsJob = ({showLagging, clock}: ShowCardsJobDeps): JobKind => ({
  name: 'show-cards',
  async run({about, since, tries}) {
    if ((await showLagging(about)) === 'shown') return 'done';
    if (clock.now() - since > GIVE_UP_AFTER_MS) return {failed: 'Mattermost did not take the post for days'};
    return {again: Math.min(LONGEST_MS, SHOW_AGAIN_MS * 2 ** tries)};
  },
});
