/** What is being started right now in this process. */
export interface RunningStarts<Outcome> {
  /**
   * Runs `start`, unless one with the same key is already running: then `repeat` turns that one's outcome into the
   * answer.
   */
  join(key: string, start: () => Promise<Outcome>, repeat: (first: Outcome) => Outcome): Promise<Outcome>;
  /** In the meantime, {@link settled} of this meeting waits. */
  whilePosting: <T>(number: string, post: () => Promise<T>) => Promise<T>;
  /** Resolves when no card of this meeting is about to be written: its first webhook may be faster than its card. */
  settled: (number: string) => Promise<void>;
}

export function createRunningStarts<Outcome>(): RunningStarts<Outcome> {
  const starts = new Map<string, Promise<Outcome>>();
  const postings = new Map<string, Promise<unknown>>();
  return {
    async join(key, start, repeat) {
      const first = starts.get(key);
      if (first !== undefined) return repeat(await first);
      const outcome = start().finally(() => starts.delete(key));
      starts.set(key, outcome);
      return outcome;
    },
    whilePosting(number, post) {
      // Under a personal meeting ID, several may be posted at once.
      const posting = post();
      const all = Promise.allSettled([postings.get(number), posting]).then(() => {
        if (postings.get(number) === all) postings.delete(number);
      });
      postings.set(number, all);
      return posting;
    },
    async settled(number) {
      await postings.get(number);
    },
  };
}
