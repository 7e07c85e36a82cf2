import {distance} from 'fastest-levenshtein';

/** Something that the person at the terminal can mend by typing something else; its message says what. */
export class TerminalError extends Error {}

/** The known word that was probably meant, if one is near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((word) => ({word, typos: distance(word, typed)}))
    .sort((a, b) => a.typos - b.typos);
  return best !== undefined && best.typos <= 2 ? best.word : undefined;
}
