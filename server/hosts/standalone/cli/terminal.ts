import {createInterface} from 'node:readline';
import {Writable} from 'node:stream';

/** Where a person types, line by line. */
export interface Terminal {
  /** An empty line is `fallback`, where there is one; without, the question stands again. */
  readLine(question: string, options?: {fallback?: string; isSecret?: boolean}): Promise<string>;
  close(): void;
}

/** In a terminal, what is typed as a secret is not shown. */
export function createTerminal(process: NodeJS.Process): Terminal {
  let isHidden = false;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!isHidden) process.stdout.write(chunk);
      done();
    },
  });
  const isTerminal = process.stdin.isTTY === true;
  const lines = createInterface({input: process.stdin, output, terminal: isTerminal});
  const typed = lines[Symbol.asyncIterator]();
  return {
    async readLine(question, {fallback, isSecret = false} = {}) {
      const shown = isSecret && fallback !== undefined ? 'unchanged' : fallback;
      process.stdout.write(shown === undefined ? `${question}: ` : `${question} [${shown}]: `);
      isHidden = isSecret;
      const line: IteratorResult<string, unknown> = await typed.next();
      if (isHidden) process.stdout.write('\n');
      isHidden = false;
      if (line.done === true) throw new Error('The input ended before all questions were answered.');
      const answer = line.value.trim() || fallback;
      return answer ?? this.readLine(question, {isSecret});
    },
    close: () => lines.close(),
  };
}
