import type {Stay} from './stay.js';

/** All stays of one person, or of all guests who go by one name and by nothing else. */
export interface StayGroup {
  /** Mattermost or Zoom knows them. Else they may be as many as were in at the same time. */
  isOnePerson: boolean;
  stays: readonly [Stay, ...Stay[]];
}

const isGuestByName = ({userId, zoomUserId, addressDigest}: Stay): boolean =>
  (userId ?? zoomUserId ?? addressDigest) === undefined;

/** By what somebody is known again; a name, where there is nothing else. */
const MARKS: readonly ((stay: Stay) => string | undefined)[] = [
  ({userId}) => userId,
  ({zoomUserId}) => zoomUserId,
  ({addressDigest}) => addressDigest,
  (stay) => (isGuestByName(stay) && stay.isCaller !== true ? stay.name : undefined),
  (stay) => (isGuestByName(stay) && stay.isCaller === true ? stay.name : undefined),
];

/**
 * Stays that share a Mattermost user, a Zoom user or an address are one person's, also by way of each other; the same
 * in any order.
 */
export function groupStays(stays: readonly Stay[]): StayGroup[] {
  const sets = createDisjointSets(stays.length);
  for (const markOf of MARKS) {
    const first = new Map<string, number>();
    stays.forEach((stay, index) => {
      const mark = markOf(stay);
      if (mark === undefined) return;
      const other = first.get(mark);
      if (other === undefined) first.set(mark, index);
      else sets.unite(index, other);
    });
  }
  const groups = new Map<number, [Stay, ...Stay[]]>();
  stays.forEach((stay, index) => {
    const leader = sets.leaderOf(index);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [stay]);
    else group.push(stay);
  });
  return [...groups.values()].map((group) => ({
    isOnePerson: !group.every(isGuestByName),
    stays: group,
  }));
}

/** Of numbers from 0; each set has a leader that is found in a few steps. */
function createDisjointSets(size: number) {
  const above = Array.from({length: size}, (_, index) => index);
  const leaderOf = (index: number): number => {
    const next = above[index] ?? index;
    if (next === index) return index;
    const leader = leaderOf(next);
    above[index] = leader;
    return leader;
  };
  return {
    leaderOf,
    unite: (one: number, other: number): void => void (above[leaderOf(one)] = leaderOf(other)),
  };
}
