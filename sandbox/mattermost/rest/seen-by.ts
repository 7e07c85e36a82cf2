import {isSystemAdmin} from '../permissions.js';
import type {UserRecord} from '../records.js';
import type {State} from '../state.js';

/**
 * A user as somebody else sees them: the address only where the server shows it, how they sign in only to system
 * administrators. Whether an address is confirmed REST never tells.
 * Source: `SanitizeProfile` in server/channels/app/user.go
 */
export function seenBy(
  state: State,
  viewer: UserRecord,
  {email_verified: _untold, ...user}: UserRecord,
): Omit<UserRecord, 'email_verified'> {
  if (isSystemAdmin(viewer) || viewer.id === user.id) return user;
  const {ShowEmailAddress, ShowFullName} = state.serverConfig['PrivacySettings'] ?? {};
  return {
    ...user,
    auth_service: '',
    ...(ShowEmailAddress === false && {email: ''}),
    ...(ShowFullName === false && {first_name: '', last_name: ''}),
  };
}
