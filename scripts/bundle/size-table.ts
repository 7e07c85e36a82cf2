import {basename} from 'node:path';
import type {MadeFile} from './make-bundles.js';

const mebibytes = (bytes: number) => `${(bytes / (1024 * 1024)).toFixed(2)} MiB`;

/** The files and their sizes as a table for the terminal. */
export const sizeTable = (files: readonly MadeFile[]): string => {
  const width = Math.max(...files.map(({file}) => basename(file).length));
  return files
    .map(({file, bytes}) => `${basename(file).padEnd(width)}  ${mebibytes(bytes).padStart(10)}`)
    .join('\n');
};
