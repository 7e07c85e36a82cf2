/** Tasks of one key run one after the other; those of different keys do not wait for each other. */
export function createKeyedQueue(): {run<T>(key: string, task: () => Promise<T>): Promise<T>} {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(key, task) {
      const before = last.get(key) ?? Promise.resolve();
      const result = before.then(task, task);
      last.set(key, result);
      const forget = (): void => {
        if (last.get(key) === result) last.delete(key);
      };
      result.then(forget, forget);
      return result;
    },
  };
}
