import {singleLine} from './plain-text.js';

/** Zero-width space: it ends a word for every one of Mattermost's parsers, and nobody sees it. */
const BREAK = '\u200b';

/**
 * Where a character would be more than text and a backslash does not help: Mattermost's web app takes backslashes away
 * before it looks for mentions, channels, hashtags, e-mail addresses and emoji, and its server looks at the text as it
 * was sent. The break comes behind each match. Sources, in github.com/mattermost: `mattermost`
 * `webapp/channels/src/utils/{text_formatting,emoticons}.tsx`, `server/channels/app/mention_parser_standard.go`,
 * `server/public/model/utils.go` (`ParseHashtags`); `marked` `lib/marked.js` (links). Word boundaries are ASCII's
 * there.
 */
const BREAK_BEHIND: readonly RegExp[] = [
  // Mentions, and e-mail addresses.
  /(?<![A-Za-z0-9])@(?=[\p{L}\p{N}.:_@-])/gu,
  /@(?=[\p{L}\d.-]+\.\p{L}{2})/gu,
  // Channels and hashtags. The server looks for hashtags behind any punctuation.
  /(?<!\w)~(?=[\w.-])/g,
  /(?<![A-Za-z0-9])#(?=\p{L})/gu,
  // Addresses: an administrator can make any word a scheme. `www.` would still be one with a break behind its dot.
  /(?<=[A-Za-z][A-Za-z\d.+-]*):(?=[/\p{L}\d%])/gu,
  /(?<![A-Za-z0-9])www\d{0,3}(?=\.\S)/gi,
  /(?<=[\p{L}\d.-]\.)\p{L}{2,4}(?=\/)/gu,
  // `[words](address)`: the web app finds it behind backslashes too.
  /\](?=\()/g,
  // `:tada:`; the mobile app also takes one behind a digit. What follows does not count: a break may come between.
  /(?<!\w):(?=[\w+-]+:)/g,
  /:(?=[\w+-]*[A-Za-z][\w+-]*:)/g,
  // `:)`, `:-D`, `;)`, `x-d`, `<3` and their like; behind `:@` a break may come as well.
  /(?<!\w):(?=(?:-?(?:\)(?!\))|\](?!\])|\((?!\()|[[/|$]|[oOdDpPsS])|[`'’]-?\(|-[xX])(?!\w))/g,
  /(?<!\w):(?=-?@)/g,
  /(?<!\w);(?=-?\)(?!\))(?!\w))/g,
  /(?<!\w)[xX](?=-[dD](?!\w))/g,
  /(?<!\w)<(?=\/?3(?!\w))/g,
  // HTML entities.
  /&(?=#?\w+;)/g,
];

/** The last character of each match means something in Markdown, which a backslash turns off. */
const ESCAPE: readonly RegExp[] = [
  // Emphasis: not between blanks, and a `_` not inside a word.
  /(?<!\s)\*|\*(?!\s)/g,
  /(?<![A-Za-z0-9\s])_|_(?![A-Za-z0-9\s])|(?<=\s)_(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])_(?=\s)/g,
  /`/g,
  /~(?=~)/g,
  // A backslash that would affect the next character, or one of ours.
  /\\(?![A-Za-z0-9\s]|[^\p{ASCII}])/gu,
  // At the beginning of a line: headings, quotes, lists, rules, the definition of a link.
  /^#(?=#{0,5}(?:\s|$))/g,
  /^>/g,
  /^[-+](?=\s|$)/g,
  /^-(?=(?: ?-)+$)/g,
  /^\d+[.)](?=\s|$)/g,
  /^\[(?=[^\]]+\]:)/g,
];

/** In which nothing of the above can be: most topics and names. */
const ONLY_WORDS = /^[\p{L}\p{N} ]*$/u;

/** `$…$`, which neither a backslash nor a break ends; a letter or digit behind it does. */
const LATEX = /\$[^$]+\$(?![A-Za-z0-9])/;

/**
 * A topic, a name or another text that people wrote, for a message or a title without a link: it stays what they typed,
 * and Mattermost does not turn it into anything else. Harmless text is returned as it is. Use it anywhere in a line,
 * but not as the words of a link, where an unpaired bracket cannot be made harmless.
 *
 * @param beside other people's words in the same line: a character there may pair with one here.
 */
export function harmless(typed: string, beside = ''): string {
  const text = singleLine(typed);
  if (ONLY_WORDS.test(text)) return text;
  const breaks = positions(text, BREAK_BEHIND);
  const escapes = positions(text, ESCAPE);
  const isLatex = LATEX.test(`${text} ${beside}`) || LATEX.test(`${beside} ${text}`);
  const write = (sign: string, index: number): string => {
    // Marked has no backslash for these two, but both apps show an entity as the character.
    if (sign === '$' && isLatex) return '&#36;';
    if (sign === '<' && `${text.slice(index)}${beside}`.includes('>')) return '&lt;';
    return escapes.has(index + 1) ? `\\${sign}` : sign;
  };
  return text
    .split('')
    .map((sign, index) => `${write(sign, index)}${breaks.has(index + 1) ? BREAK : ''}`)
    .join('');
}

/** Behind the last character of every match. */
const positions = (text: string, patterns: readonly RegExp[]): ReadonlySet<number> =>
  new Set(
    patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match.index + match[0].length)),
  );
