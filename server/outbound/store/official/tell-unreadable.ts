import type {Logger} from '../../../core/ports/logger.js';

/** Says that a row of the official plugin stays as it is, and what follows from that. */
export type TellUnreadable = (row: string, stops: string) => void;

/** Each row is told once. */
export function createTellUnreadable(logger: Logger): TellUnreadable {
  const told = new Set<string>();
  return (row, stops) => {
    if (told.has(row)) return;
    told.add(row);
    logger.warn('A row of the official Zoom plugin cannot be read, and stays as it is', {row, stops});
  };
}
