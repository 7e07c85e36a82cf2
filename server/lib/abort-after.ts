interface Timer {
  after(ms: number, task: () => void): () => void;
}

/** A deadline by the given clock. Call `cancel` when the work is done. */
export function abortAfter(clock: Timer, ms: number): {signal: AbortSignal; cancel: () => void} {
  const controller = new AbortController();
  const cancel = clock.after(ms, () => controller.abort());
  return {signal: controller.signal, cancel};
}
