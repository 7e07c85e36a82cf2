import type {Cards} from '../../core/ports/cards.js';
import type {KeyedQueue} from '../../core/usecases/keyed-queue.js';
import type {ShowCards} from '../../core/usecases/show-cards.js';
import type {JobKind} from './job-kind.js';

/** When Mattermost did not take a post: in half a minute for the first time. */
export const SHOW_AGAIN_MS = 30_000;
const LONGEST_MS = 60 * 60_000;
const GIVE_UP_AFTER_MS = 3 * 24 * 60 * 60_000;

export interface ShowCardsJobDeps {
  cards: Cards;
  showCards: ShowCards;
  /** The same by which events of a meeting follow each other. */
  queue: KeyedQueue;
  clock: {now(): number};
}

/** The post of a card lags behind, because Mattermost did not take it. */
export const showCardsJob = ({cards, showCards, queue, clock}: ShowCardsJobDeps): JobKind => ({
  name: 'show-cards',
  run: ({about, since, tries}) =>
    queue.run(about, async () => {
      const stored = await cards.ofNumber(about);
      if ((await showCards(stored)) === 'shown') {
        if (stored.unreadable !== undefined) throw stored.unreadable;
        return 'done';
      }
      if (clock.now() - since > GIVE_UP_AFTER_MS)
        return {failed: 'Mattermost did not take the post for days'};
      return {again: Math.min(LONGEST_MS, SHOW_AGAIN_MS * 2 ** tries)};
    }),
});
