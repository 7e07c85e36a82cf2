interface Timer {
  after(ms: number, task: () => void): () => void;
}

/** A deadline by the given clock; `cancel` when what it bounded is over. */
export function abortAfter(clock: Timer, ms: number): {signal: AbortSignal; cancel: () => void} {
  const controller = new AbortController();
  const cancel = clock.after(ms, () => controller.abort());
  return {signal: controller.signal, cancel};
}
