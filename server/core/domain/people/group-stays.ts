import type {Stay} from './stay.js';

/** All stays of one person, or of all guests who go by one name and by nothing else. */
export interface StayGroup {
  /** Somebody by whom Mattermost or Zoom knows them. Else they may be as many as were in at the same time. */
  isOnePerson: boolean;
  stays: readonly [Stay, ...Stay[]];
}

/**
 * Stays that share a Mattermost user, a Zoom user or an address are one person's, also by way of each other; the same
 * in any order.
 */
export function groupStays(stays: readonly Stay[]): StayGroup[] {
  const groups = createGroups();
  for (const stay of stays) groups.unite(marksOf(stay));
  const byLeader = new Map<string, [Stay, ...Stay[]]>();
  for (const stay of stays) {
    const leader = groups.leaderOf(marksOf(stay)[0]);
    const group = byLeader.get(leader);
    if (group === undefined) byLeader.set(leader, [stay]);
    else group.push(stay);
  }
  return [...byLeader.values()].map((group) => ({
    isOnePerson: group.some((stay) => !isGuestByName(stay)),
    stays: group,
  }));
}

const isGuestByName = ({userId, zoomUserId, addressDigest}: Stay): boolean =>
  (userId ?? zoomUserId ?? addressDigest) === undefined;

/** By what somebody is known again. */
function marksOf({userId, zoomUserId, addressDigest, name, isCaller}: Stay): [string, ...string[]] {
  const marks = [
    ...(userId === undefined ? [] : [`user ${userId}`]),
    ...(zoomUserId === undefined ? [] : [`zoom ${zoomUserId}`]),
    ...(addressDigest === undefined ? [] : [`address ${addressDigest}`]),
  ];
  const [first = `${isCaller ? 'caller' : 'name'} ${name}`, ...others] = marks;
  return [first, ...others];
}

/** Disjoint sets, each with a leader that is found in a few steps. */
function createGroups() {
  const leaders = new Map<string, string>();
  const leaderOf = (mark: string): string => {
    const above = leaders.get(mark) ?? mark;
    if (above === mark) return mark;
    const leader = leaderOf(above);
    leaders.set(mark, leader);
    return leader;
  };
  return {
    leaderOf,
    unite([first, ...others]: readonly [string, ...string[]]): void {
      for (const other of others) leaders.set(leaderOf(other), leaderOf(first));
    },
  };
}
