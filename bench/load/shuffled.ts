import {createSequence} from './create-sequence.js';

/** The items in an order that looks random but is the same in every run. */
export function shuffled<T>(items: readonly T[]): readonly T[] {
  const next = createSequence(1);
  return items
    .map((item) => ({item, place: next()}))
    .sort((a, b) => a.place - b.place)
    .map(({item}) => item);
}
