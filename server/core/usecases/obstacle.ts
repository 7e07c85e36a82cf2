import type {Logger} from '../ports/logger.js';
import {isPortError} from '../ports/port-error.js';
import {explainTrouble} from './close-outcome.js';
import type {ImportTrouble} from './import-trouble.js';

/** What keeps people from doing something with a meeting of theirs, whatever it is. */
export type Obstacle = ImportTrouble;

/** A failure as an outcome. `message`: what was not done, for the log. */
export function explainObstacle(logger: Logger, message: string, error: unknown): Obstacle {
  if (!isPortError(error)) throw error;
  switch (error.code) {
    case 'zoom-trouble': {
      const trouble = explainTrouble(logger, message, error);
      return trouble.kind === 'zoom-trouble' ? {...trouble, maybeCreated: false} : trouble;
    }
    case 'record-unreadable':
      return {kind: 'record-unreadable'};
    case 'file-refused':
      throw error;
    default:
      logger.error(message, {error: error.message});
      return {kind: error.code};
  }
}
