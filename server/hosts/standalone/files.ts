import {readFileSync, realpathSync, statSync} from 'node:fs';
import {dirname} from 'node:path';

const READ_BY_OTHERS = 0o004;
const ENTERED_BY_OTHERS = 0o001;

/** Reads files, and remembers which. */
export interface FileReader {
  /** @throws the system's error */
  readFile: (path: string) => string;
  /** Each one once. */
  read: () => readonly string[];
}

export function createFileReader(): FileReader {
  const read = new Set<string>();
  return {
    readFile(path) {
      const text = readFileSync(path, 'utf8');
      read.add(path);
      return text;
    },
    read: () => [...read],
  };
}

/** The file of a store; none where it is none. */
export const filesOfStore = (address: string): readonly string[] =>
  address.startsWith('sqlite:') ? [address.slice('sqlite:'.length)] : [];

/**
 * Those that every account of this machine can read: by their own mode, in folders that everybody may enter. Windows
 * tells no such modes.
 */
export function readableByOthers(files: readonly string[], platform: NodeJS.Platform): readonly string[] {
  return platform === 'win32' ? [] : files.filter(isReadableByOthers);
}

function isReadableByOthers(file: string): boolean {
  try {
    const path = realpathSync(file);
    return (
      allows(path, READ_BY_OTHERS) && foldersOf(path).every((folder) => allows(folder, ENTERED_BY_OTHERS))
    );
  } catch {
    // It is gone, or not even this account may look: nobody is to be frightened by that.
    return false;
  }
}

const allows = (path: string, right: number): boolean => (statSync(path).mode & right) !== 0;

function foldersOf(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...foldersOf(folder)];
}
