/**
 * Lets callers share something costly: there is one look at a time, and each caller gets what a look found that began
 * after they asked.
 */
export function createSharedLook<T>(look: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    next = undefined;
    const begun = look();
    const end = (): void => {
      if (running === begun) running = undefined;
    };
    running = begun;
    begun.then(end, end);
    return begun;
  };
  return () => (running === undefined ? begin() : (next ??= running.then(begin, begin)));
}
