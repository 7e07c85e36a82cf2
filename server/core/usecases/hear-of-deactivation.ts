import type {Audit} from '../ports/audit.js';
import type {Grants} from '../ports/grants.js';
import type {Logger} from '../ports/logger.js';
import type {Pairings} from '../ports/pairings.js';
import type {GiveBack} from './give-back.js';

/** Never rejects. */
export type HearOfDeactivation = (userId: string) => Promise<void>;

interface HearOfDeactivationDeps {
  pairings: Pick<Pairings, 'end'>;
  grants: Pick<Grants, 'remove'>;
  giveBack: GiveBack;
  audit: Audit;
  logger: Pick<Logger, 'warn'>;
}

/**
 * Somebody's account was deactivated: what acts for them ends, even if the account comes back, and Zoom is told. News
 * that is missed does no harm, because whoever acts for a person looks at the account each time.
 */
export const createHearOfDeactivation =
  ({pairings, grants, giveBack, audit, logger}: HearOfDeactivationDeps): HearOfDeactivation =>
  async (userId) => {
    const disconnect = async (): Promise<void> => {
      const grant = await grants.remove({kind: 'person', userId});
      if (grant === undefined) return;
      audit({event: 'connection-lost', userId, grant: 'person', reason: 'deactivated'});
      await giveBack(grant);
    };
    await Promise.all([
      pairings.end(userId).catch((error: unknown) => {
        logger.warn('The browsers of a deactivated person are still connected', {error: String(error)});
      }),
      disconnect().catch((error: unknown) => {
        logger.warn('A deactivated person is still connected to Zoom', {error: String(error)});
      }),
    ]);
  };
