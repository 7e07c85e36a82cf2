import type {Terminal} from './terminal.js';
import type {Asking, Question} from './question.js';

/**
 * Asks at a terminal, again where an answer is wrong.
 * @param given - answers that are there already, by the names of the questions: an empty line takes them
 */
export function askPerson(
  terminal: Terminal,
  given: Readonly<Record<string, string>>,
  say: (line: string) => void,
): Asking {
  const known = new Map(Object.entries(given));
  const ask = async <T>(question: Question<T>): Promise<T> => {
    const {name, text, isSecret = false} = question;
    const fallback = known.get(name) ?? question.fallback;
    const answer = await terminal.readLine(text, {isSecret, ...(fallback !== undefined && {fallback})});
    const reading = await question.read(answer);
    if (reading.ok) return reading.value;
    known.delete(name);
    say(reading.problem);
    return ask(question);
  };
  return {
    ask,
    refuse(problem, names) {
      for (const name of names) known.delete(name);
      say(problem);
    },
    say,
  };
}
