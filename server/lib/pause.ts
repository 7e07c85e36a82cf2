interface Timer {
  after(ms: number, task: () => void): () => void;
}

/**
 * Waits by the given clock, and not at all if the time is zero. Rejects with the signal's reason when that comes first.
 */
export function pause(clock: Timer, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    if (ms <= 0) return resolve();
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    });
    const stop = (): void => {
      cancel();
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', stop, {once: true});
  });
}
