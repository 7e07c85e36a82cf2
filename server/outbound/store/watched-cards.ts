import type {Card} from '../../core/domain/card.js';
import type {Cards, CardsOfNumber} from '../../core/ports/cards.js';

/** The same cards; `see` is called with each one that is added, read or changed, as it is then. */
export function watchedCards(cards: Cards, see: (card: Card) => void): Cards {
  const seen = (found: CardsOfNumber): CardsOfNumber => {
    found.cards.forEach(see);
    return {...found, update: async (change) => seen(await found.update(change))};
  };
  return {
    async add(card) {
      await cards.add(card);
      see(card);
    },
    ofNumber: async (number) => seen(await cards.ofNumber(number)),
    officialPostId: (uuid) => cards.officialPostId(uuid),
  };
}
