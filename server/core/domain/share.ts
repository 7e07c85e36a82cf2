/** So many calls in a time, evenly but for as many as may come at once. */
export interface Share {
  per: 'second' | 'day';
  count: number;
  withinMs: number;
  atOnce: number;
}

/** For each share, by its name: when it would be as good as new (ms since the epoch). Absent: it is. */
export type Spent = Readonly<Partial<Record<Share['per'], number | undefined>>>;

/** What came of it: when the call may begin, or that nothing was taken, for want of which share, and until when. */
export type Spending =
  {kind: 'taken'; at: number; spent: Spent} | {kind: 'spent'; per: Share['per']; until: number};

const HOUR = 60 * 60_000;

/**
 * Takes one call out of every share, or out of none (the generic cell rate algorithm, with one number for a share). Who
 * would have to wait for longer than `patienceMs` gets none.
 */
export function spend(shares: readonly Share[], before: Spent, now: number, patienceMs: number): Spending {
  const taken = shares.map((share) => {
    const {per, count, withinMs, atOnce} = share;
    const each = Math.floor(withinMs / count);
    const full = before[per] ?? 0;
    // A clock that was wrong once must not stop everybody for years.
    const known = full - now > withinMs + HOUR ? now : Math.max(full, now);
    return {per, at: Math.max(now, known - (atOnce - 1) * each), full: known + each};
  });
  const last = taken.reduce((one, other) => (other.at > one.at ? other : one));
  if (last.at - now > patienceMs) return {kind: 'spent', per: last.per, until: last.at};
  const spent = Object.fromEntries(taken.map(({per, full}) => [per, full]));
  return {kind: 'taken', at: last.at, spent};
}
