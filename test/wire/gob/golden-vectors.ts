import {readFileSync} from 'node:fs';

/** What Go's own encoder made: name → bytes. */
export const goldenVectors: ReadonlyMap<string, Buffer> = new Map(
  readFileSync(new URL('golden-vectors.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const end = line.lastIndexOf(': ');
      return [line.slice(0, end), Buffer.from(line.slice(end + 2), 'hex')];
    }),
);
