import {readFileSync} from 'node:fs';

/** Whether a process of this id runs. One that has ended, and that nobody has asked about yet, does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // There is no /proc on macOS, whose first process asks about everybody.
    return true;
  }
}
