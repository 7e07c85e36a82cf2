/** Strings are skipped as a whole. In the rest, only brackets and separators matter. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},]/g;

/**
 * The exact texts of the elements of a JSON array, or of the members (`"name": value`) of a JSON object.
 *
 * @param json - a text that `JSON.parse` has accepted
 */
export function elementTexts(json: string): readonly string[] {
  const texts: string[] = [];
  let depth = 0;
  let from = 0;
  const endAt = (index: number): void => {
    const text = json.slice(from, index).trim();
    if (text !== '') texts.push(text);
    from = index + 1;
  };
  for (const {0: token, index} of json.matchAll(TOKENS)) {
    if (token === '[' || token === '{') {
      depth += 1;
      if (depth === 1) from = index + 1;
    } else if (token === ']' || token === '}') {
      depth -= 1;
      if (depth === 0) endAt(index);
    } else if (token === ',' && depth === 1) endAt(index);
  }
  return texts;
}
