import {isSystemAdmin} from '../permissions.js';
import type {UserRecord} from '../records.js';
import type {State} from '../state.js';

/**
 * A user as somebody else sees them: the address only if the server shows it, the way to sign in only to system
 * administrators. REST never says whether an address is confirmed. Source: `SanitizeProfile` in
 * server/channels/app/user.go
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
