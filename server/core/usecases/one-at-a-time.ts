/** One task of each key at a time: the next one is turned away, not kept waiting. */
export interface OneAtATime {
  /** 'busy': a task of this key is running, and this one was not begun. */
  run<T>(key: string, task: () => Promise<T>): Promise<T | 'busy'>;
}

export function createOneAtATime(): OneAtATime {
  const running = new Set<string>();
  return {
    async run(key, task) {
      if (running.has(key)) return 'busy';
      running.add(key);
      try {
        return await task();
      } finally {
        running.delete(key);
      }
    },
  };
}
