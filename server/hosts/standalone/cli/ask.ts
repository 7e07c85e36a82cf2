import {createInterface} from 'node:readline';
import {Writable} from 'node:stream';

/** Asks a person, line by line. */
export interface Ask {
  /** An empty answer is `fallback`, where there is one. */
  (question: string, options?: {fallback?: string; isSecret?: boolean}): Promise<string>;
  close(): void;
}

/** In a terminal, what is typed as a secret is not shown. */
export function createAsk(process: NodeJS.Process): Ask {
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
  const ask = async (
    question: string,
    {fallback, isSecret = false}: {fallback?: string; isSecret?: boolean} = {},
  ): Promise<string> => {
    process.stdout.write(fallback === undefined ? `${question}: ` : `${question} [${fallback}]: `);
    isHidden = isSecret;
    const line: IteratorResult<string, unknown> = await typed.next();
    if (isHidden) process.stdout.write('\n');
    isHidden = false;
    if (line.done === true) throw new Error('The input ended before all questions were answered.');
    const answer = line.value.trim() || fallback;
    return answer ?? ask(question, {isSecret});
  };
  return Object.assign(ask, {close: () => lines.close()});
}
