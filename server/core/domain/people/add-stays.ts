import {type Stay, together} from './stay.js';

/**
 * How many stays a card keeps: several times what a large meeting has, and a record of about half a megabyte. Of more,
 * those with the lowest ids stay, in any order of events: Zoom counts them up, so that is who came first. The others
 * count as nobody.
 */
const MAX_STAYS = 2_000;

/** Sorted by id; linear in what is known, and in what is told. */
export function addStays(known: readonly Stay[] = [], told: readonly Stay[]): Stay[] {
  const byId = new Map(known.map((stay) => [stay.id, stay]));
  for (const stay of told) {
    const before = byId.get(stay.id);
    byId.set(stay.id, before === undefined ? stay : together(before, stay));
  }
  return [...byId.values()].sort(byNumber).slice(0, MAX_STAYS);
}

/** Numbers as numbers. */
const byNumber = ({id: one}: Stay, {id: other}: Stay): number =>
  one.length - other.length || (one < other ? -1 : 1);
