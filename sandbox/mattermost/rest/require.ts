import {isSystemAdmin} from '../permissions.js';
import {forbidden} from '../refusals.js';
import type {Call} from './call.js';

/** @throws ApiError 403 */
export function requireThat(isAllowed: boolean): void {
  if (!isAllowed) throw forbidden();
}

/** @throws ApiError 403 */
export const requireSystemAdmin = ({user}: Call): void => requireThat(isSystemAdmin(user));

/** The user id in the path: the caller's own, or anybody's for a system administrator. @throws ApiError 403 */
export function ownUserId({user, params: {user_id = ''}}: Call): string {
  requireThat(user_id === user.id || isSystemAdmin(user));
  return user_id;
}
