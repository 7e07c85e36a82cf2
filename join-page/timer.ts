/** Runs something later. @returns what makes it not run */
export type Timer = (milliseconds: number, run: () => void) => () => void;

/** Never resolves where the signal is aborted: whoever waits is gone then. */
export const pause = (timer: Timer, milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const cancel = timer(milliseconds, resolve);
    signal.addEventListener('abort', cancel);
  });

/** What comes first: the answer, or the end of the time for it. */
export const orElse = <Value>(
  answer: Promise<Value>,
  {timer, milliseconds, otherwise}: {timer: Timer; milliseconds: number; otherwise: Value},
): Promise<Value> =>
  new Promise((resolve, reject) => {
    const cancel = timer(milliseconds, () => resolve(otherwise));
    answer.then(resolve, reject).finally(cancel);
  });
