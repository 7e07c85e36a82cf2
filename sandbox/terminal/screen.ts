import {stripVTControlCharacters} from 'node:util';

/** Where lines go. Each paint colours a text, or leaves it alone where there are no colours. */
export interface Screen {
  line(text?: string): void;
  readonly hasColour: boolean;
  /** Of less weight than the rest. */
  dim(text: string): string;
  bold(text: string): string;
  /** What can be typed or followed. */
  accent(text: string): string;
  /** What was not there before. */
  fresh(text: string): string;
}

/** Columns that are used at most. */
export const WIDTH = 96;

export function createScreen(write: (text: string) => void, hasColour: boolean): Screen {
  // Word by word, so that a line that breaks inside takes no colour along.
  const paint = (code: number) => (text: string) =>
    hasColour ? text.replace(/\S+/g, `\u001b[${code}m$&\u001b[0m`) : text;
  return {
    line: (text = '') => write(`${text}\n`),
    hasColour,
    dim: paint(2),
    bold: paint(1),
    accent: paint(36),
    fresh: paint(32),
  };
}

/** Breaks a text into lines of at most `width` columns, between words; a longer word stays whole. */
export function wrap(text: string, width = WIDTH): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const [first = '', ...words] = paragraph.split(' ');
    const lines = [first];
    for (const word of words) {
      const longer = `${lines.at(-1)} ${word}`;
      if (columns(longer) > width) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  });
}

const columns = (text: string): number => stripVTControlCharacters(text).length;
