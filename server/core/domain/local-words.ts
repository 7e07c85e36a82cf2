import {shorten, singleLine} from './plain-text.js';
import {readTopic} from './topic.js';

const MAX_DESCRIPTION_LENGTH = 1000;
const MAX_LINES = 20;

/** What was written for a card here, which Zoom does not know; `undefined`: nothing. */
export function readLocalWords({
  title = '',
  description = '',
}: {
  title?: string | undefined;
  description?: string | undefined;
}): {title?: string; description?: string} | undefined {
  const words = {title: readTopic(title), description: readDescription(description)};
  const given = Object.entries(words).filter(([, text]) => text !== '');
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** Several lines, each without anything invisible in it; empty ones part paragraphs and are never two in a row. */
const readDescription = (typed: string): string =>
  shorten(
    typed
      .split(/\r\n|[\r\n\u2028\u2029]/)
      .map(singleLine)
      .filter((line, index, lines) => line !== '' || (lines[index - 1] ?? '') !== '')
      .slice(0, MAX_LINES)
      .join('\n')
      .trim(),
    MAX_DESCRIPTION_LENGTH,
  );
