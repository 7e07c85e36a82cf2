/** Where lines go, and whether they may be coloured. */
export interface Screen {
  line(text?: string): void;
  /** Of less weight than the rest. */
  dim(text: string): string;
  bold(text: string): string;
}

export const WIDTH = 96;

export function createScreen(write: (text: string) => void, hasColour: boolean): Screen {
  const paint = (code: number) => (text: string) => (hasColour ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {line: (text = '') => write(`${text}\n`), dim: paint(2), bold: paint(1)};
}

/** Breaks a text into lines of at most `width` characters, between words; a longer word stays whole. */
export function wrap(text: string, width = WIDTH): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.split(' ')) {
      const last = lines.at(-1) ?? '';
      const longer = last === '' ? word : `${last} ${word}`;
      if (last !== '' && longer.length > width) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  });
}
