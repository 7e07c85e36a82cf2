import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {projectRoot} from '../../../scripts/project-root.js';

const script = fileURLToPath(new URL('./fixtures/hammer.ts', import.meta.url));

/** A process that counts in the store, see the fixture. */
export interface Hammer {
  /** What it has told so far to have written. */
  told: string[];
  child: ChildProcess;
  /** Resolves to its exit status when it is gone. */
  gone: Promise<number | null>;
}

export function startHammer(
  address: string,
  key: string,
  times: number,
  heard = (): void => undefined,
): Hammer {
  const args = ['--import', 'tsx', script, address, key, String(times)];
  const child = spawn(process.execPath, args, {cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit']});
  const told: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told.push(...text.split('\n').filter((line) => line !== ''));
    heard();
  });
  const gone = once(child, 'close').then(([code]) => code as number | null);
  return {told, child, gone};
}
