interface Timer {
  after(ms: number, task: () => void): () => void;
}

/** The outcome of `work`, or `late()` when that takes longer than `ms` milliseconds; the work itself goes on. */
export async function within<T>(clock: Timer, ms: number, work: Promise<T>, late: () => T): Promise<T> {
  let cancel = (): void => undefined;
  const timeout = new Promise<T>((resolve) => {
    cancel = clock.after(ms, () => resolve(late()));
  });
  return Promise.race([work, timeout]).finally(() => cancel());
}
