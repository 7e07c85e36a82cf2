import type {Logger} from '../ports/logger.js';
import {isPortError} from '../ports/port-error.js';
import {explainZoom} from './open-meeting.js';
import type {StartOutcome} from './start-outcome.js';

/** What keeps people from bringing meetings here as it keeps them from starting any. */
export type ImportTrouble = Extract<
  StartOutcome,
  {
    kind:
      | 'not-configured'
      | 'no-access'
      | 'unseen'
      | 'archived'
      | 'no-thread'
      | 'restricted'
      | 'refused'
      | 'email-unconfirmed'
      | 'not-in-zoom'
      | 'not-connected'
      | 'zoom-trouble'
      | 'too-many'
      | 'store-unavailable'
      | 'record-unreadable'
      | 'chat-unavailable'
      | 'chat-refused'
      | 'bot-shut-out';
  }
>;

/** A failure as an outcome: nothing was posted. */
export function importTrouble(logger: Logger, error: unknown): ImportTrouble {
  if (!isPortError(error)) throw error;
  switch (error.code) {
    case 'zoom-trouble':
      return explainZoom(logger, error, false);
    case 'record-unreadable':
      return {kind: 'record-unreadable'};
    // Whoever sends one says so.
    case 'file-refused':
      throw error;
    case 'store-unavailable':
    case 'chat-refused':
    case 'chat-unavailable':
    case 'bot-shut-out':
      logger.error('A meeting of Zoom’s could not be brought here', {error: error.message});
      return {kind: error.code};
  }
}
