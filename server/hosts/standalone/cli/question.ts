/** What became of an answer: a value, or a sentence about what is wrong with it. */
export type Reading<T> = {ok: true; value: T} | {ok: false; problem: string};

/** Something that `init` has to know. */
export interface Question<T> {
  /** The name of the setting, or of what only `init` is told. */
  name: string;
  text: string;
  /** What an empty answer means. */
  fallback?: string;
  isSecret?: boolean;
  /** Looks at the answer at once, if need be by asking the server that it is about. */
  read: (answer: string) => Reading<T> | Promise<Reading<T>>;
}

/** Who is asked: a person at a terminal, or the environment. */
export interface Asking {
  ask: <T>(question: Question<T>) => Promise<T>;
  /**
   * What was answered to these questions is good one by one, and wrong together: they are asked again after this.
   * @throws Error where nobody could answer differently
   */
  refuse: (problem: string, names: readonly string[]) => void;
  say: (line: string) => void;
}

export const good = <T>(value: T): Reading<T> => ({ok: true, value});
export const bad = (problem: string): {ok: false; problem: string} => ({ok: false, problem});

/** Any text. */
export const readText = (answer: string): Reading<string> => good(answer);

/** `yes`, `no`, and what a switch takes in the environment. */
export function readYesOrNo(answer: string): Reading<boolean> {
  if (/^(y|yes|1|t|true)$/i.test(answer)) return good(true);
  return /^(n|no|0|f|false)$/i.test(answer) ? good(false) : bad('Answer yes or no.');
}
