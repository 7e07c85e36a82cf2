/**
 * `/zoom start Weekly planning` → `start` and `Weekly planning`. Any white space separates (people's keyboards type
 * no-break spaces, mail brings newlines), case does not matter, and a missing word is ''.
 */
export function parseCommand(line: string): {word: string; rest: string} {
  const [, word = '', rest = ''] = /^\s*\/\S+(?:\s+(\S+))?(?:\s+([^]*))?$/u.exec(line) ?? [];
  return {word: word.toLowerCase(), rest: rest.trim()};
}
