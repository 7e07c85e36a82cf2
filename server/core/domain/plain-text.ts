/** Control characters, zero-width characters and those that turn the direction of writing (Unicode Cc, Cf). */
const INVISIBLE = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
/**
 * Joiners, fillers and the like are kept inside a text, where several scripts need them. Alone they count as nothing.
 */
const NOTHING_TO_SEE = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** One line without anything invisible in it. Lone surrogates become U+FFFD. */
export function singleLine(typed: string): string {
  const line = typed.toWellFormed().replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
  return NOTHING_TO_SEE.test(line) ? '' : line;
}

/** At most `limit` UTF-16 units, cut between what people see as characters. A text that was cut ends in an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const {segment} of new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(text)) {
    if (kept.length + segment.length + 1 > limit) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
