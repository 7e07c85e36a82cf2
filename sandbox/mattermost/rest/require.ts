import {isSystemAdmin} from '../permissions.js';
import {forbidden} from '../refusals.js';
import type {Call} from './call.js';

/** @throws ApiError 403 */
export function requireThat(isAllowed: boolean): void {
  if (!isAllowed) throw forbidden();
}

/** @throws ApiError 403 */
export const requireSystemAdmin = ({user}: Call): void => requireThat(isSystemAdmin(user));

/** For what is a person's own: theirs, or a system administrator's. @throws ApiError 403 */
export const requireOwnOrAdmin = ({user, params}: Call): void =>
  requireThat(params['user_id'] === user.id || isSystemAdmin(user));
