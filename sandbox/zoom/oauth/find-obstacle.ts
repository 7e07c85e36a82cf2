import type {SimulatedAccount, SimulatedUser} from '../state/records.js';
import type {Mistake} from './mistakes.js';

/** What keeps this person from authorising the app, if anything does. */
export function findObstacle(account: SimulatedAccount, user: SimulatedUser): Mistake | undefined {
  if (!account.isPublished && user.accountId !== account.id) return {kind: 'private-app'};
  if (account.appType === 'general_admin' && user.role === 'member') return {kind: 'admins-only'};
  if (!account.isPreApproved) return {kind: 'not-approved'};
  return undefined;
}
