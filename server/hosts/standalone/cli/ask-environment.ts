import {ConfigError, variableOf} from '../read-config.js';
import type {Asking} from './question.js';

/**
 * Takes the answers from what is given, and asks nobody. What is missing or wrong is a ConfigError.
 * @param given - by the names of the questions
 */
export const askEnvironment = (
  given: Readonly<Record<string, string>>,
  say: (line: string) => void,
): Asking => ({
  async ask({name, text, fallback, read}) {
    const answer = given[name] ?? fallback;
    if (answer === undefined) throw new ConfigError([`${variableOf(name)} is missing: ${text}.`]);
    const reading = await read(answer);
    if (reading.ok) return reading.value;
    throw new ConfigError([`${variableOf(name)}: ${reading.problem}`]);
  },
  refuse(problem, names) {
    throw new ConfigError([`${names.map(variableOf).join(', ')}: ${problem}`]);
  },
  say,
});
