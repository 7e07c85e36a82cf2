import type {Logger} from '../ports/logger.js';
import type {Pairings} from '../ports/pairings.js';

/** Never rejects. */
export type HearOfDeactivation = (userId: string) => Promise<void>;

interface HearOfDeactivationDeps {
  pairings: Pick<Pairings, 'end'>;
  logger: Pick<Logger, 'warn'>;
}

/**
 * Somebody's account was deactivated: what acts for them ends, even if the account comes back. News that is missed does
 * no harm, because whoever acts for a person looks at the account each time.
 */
export const createHearOfDeactivation =
  ({pairings, logger}: HearOfDeactivationDeps): HearOfDeactivation =>
  async (userId) => {
    try {
      await pairings.end(userId);
    } catch (error) {
      logger.warn('The browsers of a deactivated person are still connected', {error: String(error)});
    }
  };
