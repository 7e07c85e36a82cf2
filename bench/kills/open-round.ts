/** The meetings that one kill interrupts. */
export interface Round {
  /** So many steps of theirs are done, or will not be. */
  done: (steps: number) => void;
  /** As many are done as were to be done before the kill. */
  ripe: Promise<void>;
  kill: () => void;
  killed: Promise<void>;
}

export function openRound(stepsBefore: number): Round {
  let ripen = (): void => undefined;
  let kill = (): void => undefined;
  const ripe = new Promise<void>((resolve) => (ripen = resolve));
  const killed = new Promise<void>((resolve) => (kill = resolve));
  let left = stepsBefore;
  const done = (steps: number): void => {
    left -= steps;
    if (left <= 0) ripen();
  };
  done(0);
  return {done, ripe, kill: () => kill(), killed};
}
