import type {Clock} from '../ports/clock.js';

/** Resolves when the goal is reached; the turn lasts until `rest` has settled, too. */
export type PacedTask = () => Promise<{rest: Promise<unknown>}>;

/** Tasks of one key begin at least `everyMs` apart; those of different keys do not wait for each other. */
export interface Pace {
  /**
   * Runs `task` at once, unless another task of the same key has its turn, which lasts for `everyMs` at least. Then it
   * waits for the end of that turn. Of all the tasks that are asked for until then only the last is run, and all
   * callers share its outcome. A caller who asks for the `goal` of the present turn shares the outcome of that turn. A
   * task that rejects ends its turn at once.
   */
  run(key: string, goal: string, task: PacedTask): Promise<unknown>;
}

interface Next {
  goal: string;
  task: PacedTask;
  outcome: Promise<unknown>;
}

interface Turn {
  goal: string;
  outcome: Promise<unknown>;
  over: Promise<unknown>;
  next: Next | undefined;
}

/** `everyMs`: milliseconds that a turn lasts at least. */
export function createPace({clock, everyMs}: {clock: Pick<Clock, 'after'>; everyMs: number}): Pace {
  const turns = new Map<string, Turn>();

  const begin = (key: string, {goal, task}: Omit<Next, 'outcome'>): Promise<unknown> => {
    const elapsed = new Promise<void>((resolve) => void clock.after(everyMs, resolve));
    const outcome = task();
    const over = outcome.then(
      ({rest}) => Promise.allSettled([elapsed, rest]),
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
