/** Control characters, zero-width characters and those that turn the direction of writing (Unicode Cc, Cf, Zl, Zp). */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;
/** Joiners are kept only inside a text: emoji and several scripts need them, but they are nothing by themselves. */
const ONLY_JOINERS = /^[\s\u200c\u200d\ufe0f]*$/u;

/** One line without anything invisible in it. Lone surrogates become U+FFFD. */
export function singleLine(typed: string): string {
  const line = typed.toWellFormed().replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
  return ONLY_JOINERS.test(line) ? '' : line;
}

/**
 * Keeps `@channel`, `@ana`, `:emoji:`, `~channel`, `#tag` and bare web addresses from being more than text: a
 * zero-width space behind the sign ends the word for Mattermost's parser and is not seen.
 */
export function defuse(text: string): string {
  return singleLine(text)
    .replace(/[@:~#]/gu, '$&\u200b')
    .replace(/(www|\w)\.(?=\w)/giu, '$1.\u200b');
}

/** For the middle of a Markdown sentence: defused, and signs of Markdown stay signs. */
export function literal(text: string): string {
  return defuse(text).replace(/[\\`*_[\]<>|]/gu, '\\$&');
}

/** At most `limit` characters as people count them; what is cut ends in an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const {segment} of new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(text)) {
    if (kept.length + segment.length + 1 > limit) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
