import type {Clock} from '../ports/clock.js';

/** What was asked of late, by a key. */
export interface RecentAnswers<Answer> {
  /** Several who ask at the same time share one question, and whatever it comes to. */
  recall(key: string, ask: () => Promise<Answer>): Promise<Answer>;
}

interface RecentAnswersDeps {
  clock: Pick<Clock, 'after'>;
  /** Milliseconds, from when the answer came. */
  keptMs: number;
  /** The same, of a question that failed; 0: the next one asks again. */
  failedMs: number;
  /** Of more than that, the oldest are forgotten first. */
  most?: number;
}

const MAX_REMEMBERED = 2_000;

/** What is remembered is gone when its time is over, whether anybody asks again or not: it may be a secret. */
export function createRecentAnswers<Answer>({
  clock,
  keptMs,
  failedMs,
  most = MAX_REMEMBERED,
}: RecentAnswersDeps): RecentAnswers<Answer> {
  const known = new Map<string, Promise<Answer>>();
  const forget = (key: string, answer: Promise<Answer>): void => {
    if (known.get(key) === answer) known.delete(key);
  };
  const forgetOldest = (): void => {
    for (const key of known.keys()) {
      if (known.size <= most) return;
      known.delete(key);
    }
  };
  return {
    recall(key, ask) {
      const recent = known.get(key);
      if (recent !== undefined) return recent;
      const answer = ask();
      known.set(key, answer);
      forgetOldest();
      const forgetAfter = (ms: number) => (): void =>
        ms === 0 ? forget(key, answer) : void clock.after(ms, () => forget(key, answer));
      answer.then(forgetAfter(keptMs), forgetAfter(failedMs));
      return answer;
    },
  };
}
