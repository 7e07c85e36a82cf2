import type {Clock} from '../ports/clock.js';

/** Tasks of one key begin at least a while apart; those of different keys do not wait for each other. */
export interface Pace {
  /**
   * Runs `task` at once, unless one of the same key began within the while. Then it waits until that has passed; of all
   * that are asked for until then, only the last is run, and all of them share its outcome. Whoever asks for the `goal`
   * that is being reached, or was reached just now, shares that outcome. A task that rejects keeps nobody waiting.
   */
  run(key: string, goal: string, task: () => Promise<void>): Promise<void>;
}

interface Next {
  goal: string;
  task: () => Promise<void>;
  outcome: Promise<void>;
}

interface Turn {
  goal: string;
  outcome: Promise<void>;
  /** When the next may begin. */
  over: Promise<void>;
  next: Next | undefined;
}

/** `everyMs`: how long the while is. */
export function createPace({clock, everyMs}: {clock: Pick<Clock, 'after'>; everyMs: number}): Pace {
  const turns = new Map<string, Turn>();

  const begin = (key: string, {goal, task}: Omit<Next, 'outcome'>): Promise<void> => {
    const elapsed = new Promise<void>((resolve) => void clock.after(everyMs, resolve));
    const outcome = task();
    const over = outcome.then(
      () => elapsed,
      () => undefined,
    );
    const turn: Turn = {goal, outcome, over, next: undefined};
    turns.set(key, turn);
    void over.then(() => void (turn.next ?? turns.delete(key)));
    return outcome;
  };

  return {
    run(key, goal, task) {
      const turn = turns.get(key);
      if (turn === undefined) return begin(key, {goal, task});
      if (turn.next !== undefined) return Object.assign(turn.next, {goal, task}).outcome;
      if (turn.goal === goal) return turn.outcome;
      const next: Next = {goal, task, outcome: turn.over.then(() => begin(key, next))};
      turn.next = next;
      return next.outcome;
    },
  };
}
