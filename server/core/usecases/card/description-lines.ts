import {harmless} from '../../domain/harmless.js';
import {shorten, singleLine} from '../../domain/plain-text.js';

const MAX_LENGTH = 1_000;
const MAX_LINES = 12;

/** Below a line of text it would make a heading or a table of it. */
const RULES_A_LINE = /^[\s=|:-]+$/;
/** Zero-width space: nobody sees it. */
const BREAK = '\u200b';

/** A text of several lines that somebody wrote: it stays what they typed, without lines that are empty. */
export function descriptionLines(typed = ''): string[] {
  const lines = shorten(typed, MAX_LENGTH).split('\n').map(singleLine);
  const shown = lines.filter((line) => line !== '').slice(0, MAX_LINES);
  // A sign may pair with one in another line.
  const all = shown.join(' ');
  return shown.map((line) => `${RULES_A_LINE.test(line) ? BREAK : ''}${harmless(line, all)}`);
}
