import type {Cards} from '../ports/cards.js';
import type {KeyedQueue} from '../ports/keyed-queue.js';
import type {ShowCards} from './show-cards.js';

/** Shows what is on record of a number where posts lag behind. Rejects when the store fails. */
export type ShowLagging = (number: string) => ReturnType<ShowCards>;

interface ShowLaggingDeps {
  cards: Cards;
  showCards: ShowCards;
  queue: KeyedQueue;
}

/** For those who come later: Mattermost did not take a post, or a process died before it could show what it knew. */
export const createShowLagging =
  ({cards, showCards, queue}: ShowLaggingDeps): ShowLagging =>
  async (number) => {
    const {unreadable, showing} = await queue.run(number, async () => {
      const stored = await cards.ofNumber(number);
      return {unreadable: stored.unreadable, showing: showCards(stored)};
    });
    const outcome = await showing;
    if (outcome === 'shown' && unreadable !== undefined) throw unreadable;
    return outcome;
  };
