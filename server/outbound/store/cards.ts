import {kindOf} from '../../core/domain/card-kind.js';
import {type Card, isOver} from '../../core/domain/card.js';
import {settleCard} from '../../core/domain/settle-card.js';
import type {Cards, CardsOfNumber} from '../../core/ports/cards.js';
import {openRows} from './open-rows.js';
import {keyOf} from './row-kind.js';
import type {Row, RowDeps, RowSeen} from './row.js';
import {OFFICIAL_POST, ROWS} from './rows.js';

/** A personal meeting number can be posted for years: the newest cards stay. */
const MAX_CARDS = 20;

/** All cards of a number in one row: found by a webhook without a scan. */
export function createCards(deps: RowDeps): Cards {
  const open = openRows(deps);
  /** Cards on their way into the store, by number: nobody waits for them but who asks for them. */
  const adding = new Map<string, Promise<unknown>>();
  return {
    async add(card) {
      const {number} = card.meeting;
      // A new meeting has a new number: the row normally does not exist yet.
      const seen = kindOf(card).isUsedAgain ? undefined : {stored: undefined};
      const added = open(ROWS.cards, [number], {seen}).update((cards) =>
        cards.some(({id}) => id === card.id)
          ? undefined
          : newest([...cards.map((known) => settleCard(known, deps.clock.now())), card]),
      );
      // Under a number that is used again, several may be added at once.
      const settled = Promise.allSettled([adding.get(number), added]).then(() => {
        if (adding.get(number) === settled) adding.delete(number);
      });
      adding.set(number, settled);
      await added;
    },
    async ofNumber(number) {
      await adding.get(number);
      const row = open(ROWS.cards, [number]);
      return cardsOf(row, await row.look());
    },
    officialPostId: (uuid) => deps.keyValue.get(keyOf(OFFICIAL_POST, [pathEscape(uuid)])),
  };
}

function cardsOf(
  row: Row<readonly Card[]>,
  {value: cards, unreadable}: RowSeen<readonly Card[]>,
): CardsOfNumber {
  return {
    cards,
    unreadable,
    async update(change) {
      await row.update((current) => {
        const next = current.map(change);
        return next.some((card, index) => card !== current[index]) ? next : undefined;
      });
      return cardsOf(row, await row.look());
    },
  };
}

function newest(cards: readonly Card[]): readonly Card[] {
  if (cards.length <= MAX_CARDS) return cards;
  const oldestOver = cards.find(isOver) ?? cards[0];
  return cards.filter((card) => card !== oldestOver);
}

/** Go's `url.PathEscape`, by which the official plugin wrote its keys: these stay as they are in a path segment. */
const pathEscape = (uuid: string): string =>
  encodeURIComponent(uuid).replace(/%(24|26|2B|3A|3D|40)/g, (escaped) => decodeURIComponent(escaped));
