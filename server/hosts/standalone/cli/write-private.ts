import {randomBytes} from 'node:crypto';
import {closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync} from 'node:fs';

/**
 * Writes a file that nobody but this account can read, whatever was there: an older file with other rights, which
 * somebody may hold open, or a link to somewhere else, is replaced and not written into.
 * @throws the system's error
 */
export function writePrivate(file: string, text: string): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  // `x`: it is a new file, and no link that somebody has put there.
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    fchmodSync(descriptor, 0o600);
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, {force: true});
    throw error;
  }
}
