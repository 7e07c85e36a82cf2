import type {Clock} from '../ports/clock.js';

/** Long enough that nobody costs a call a press, short enough that whoever was added to Zoom need not wonder. */
const REMEMBERED_MS = 30_000;

/** Addresses that Zoom has just said it cannot use, and what it said. */
export interface RecentStrangers<Answer> {
  note(email: string, answer: Answer): void;
  /** `undefined`: Zoom is to be asked. */
  recall(email: string): Answer | undefined;
}

export function createRecentStrangers<Answer>({clock}: {clock: Pick<Clock, 'now'>}): RecentStrangers<Answer> {
  const known = new Map<string, {answer: Answer; until: number}>();
  const forgetOld = (): void => {
    for (const [email, {until}] of known) if (until <= clock.now()) known.delete(email);
  };
  return {
    note(email, answer) {
      forgetOld();
      known.set(email, {answer, until: clock.now() + REMEMBERED_MS});
    },
    recall(email) {
      forgetOld();
      return known.get(email)?.answer;
    },
  };
}
