interface Timer {
  after(ms: number, task: () => void): () => void;
}

/** Waits by the given clock. Rejects with the signal's reason when that comes first. */
export function pause(clock: Timer, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const cancel = clock.after(Math.max(0, ms), () => {
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
