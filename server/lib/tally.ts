interface TallyDeps<Reason extends string> {
  clock: {after(ms: number, task: () => void): () => void};
  everyMs: number;
  /** What was counted since it was last called. */
  tell: (counts: ReadonlyMap<Reason, number>) => void;
}

/**
 * For things that may happen very often: the first is reported at once, all that follow within `everyMs` together at
 * its end.
 */
export function createTally<Reason extends string>({
  clock,
  everyMs,
  tell,
}: TallyDeps<Reason>): (reason: Reason) => void {
  let counts = new Map<Reason, number>();
  let isQuiet = false;
  const tellAll = (): void => {
    isQuiet = counts.size > 0;
    if (!isQuiet) return;
    const told = counts;
    counts = new Map();
    clock.after(everyMs, tellAll);
    tell(told);
  };
  return (reason) => {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
    if (!isQuiet) tellAll();
  };
}
