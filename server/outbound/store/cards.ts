import {z} from 'zod';
import {type Card, isOver} from '../../core/domain/card.js';
import type {Cards, CardsOfMeeting} from '../../core/ports/cards.js';
import {cardSchema} from './card-schema.js';
import {jsonFormat} from './json-format.js';
import {createRow, type Row, type RowDeps} from './row.js';

/** Zoom forgets a number 30 days after its last use; recordings and their transcripts come within days. */
const KEPT_SECONDS = 90 * 24 * 60 * 60;

/** A personal meeting number can be posted for years: the newest cards stay. */
const MAX_CARDS = 20;

const format = jsonFormat<readonly Card[]>(z.array(cardSchema), []);

/** All cards of a meeting number in the one row `meeting_<number>`: found by a webhook without a scan. */
export function createCards(deps: RowDeps): Cards {
  const row = (number: string, seen?: {stored: string | undefined}): Row<readonly Card[]> =>
    createRow(deps, `meeting_${number}`, format, {ttlSeconds: KEPT_SECONDS, ...(seen && {seen})});
  return {
    async add(card) {
      // A new meeting has a new number: the row normally does not exist yet.
      await row(card.meeting.number, {stored: undefined}).update((cards) =>
        cards.some(({id}) => id === card.id) ? undefined : newest([...cards, card]),
      );
    },
    async ofMeeting(number) {
      const stored = row(number);
      return cardsOf(stored, await stored.known());
    },
    officialPostId: (uuid) => deps.keyValue.get(`post_meeting_${pathEscape(uuid)}`),
  };
}

function cardsOf(row: Row<readonly Card[]>, cards: readonly Card[]): CardsOfMeeting {
  return {
    cards,
    async update(change) {
      const updated = await row.update((current) => {
        const next = current.map(change);
        return next.some((card, index) => card !== current[index]) ? next : undefined;
      });
      return cardsOf(row, updated);
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
