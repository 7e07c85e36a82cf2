import type {MemberRecord} from '../records.js';
import {memberPermissions} from '../seed.js';
import type {RestRoute} from './call.js';
import {found} from './find-or-refuse.js';

/**
 * The names of the roles that a member has in a channel. A moderated channel has roles of its own, whose names mean
 * nothing to anybody; here they say what they permit.
 */
export function channelRole({
  scheme_guest,
  scheme_admin,
  permissions,
}: Pick<MemberRecord, 'scheme_guest' | 'scheme_admin' | 'permissions'>): string {
  if (permissions.join() !== memberPermissions.join()) return `${OWN}${permissions.join('_and_')}`;
  if (scheme_guest) return 'channel_guest';
  return scheme_admin ? 'channel_user channel_admin' : 'channel_user';
}

const OWN = 'channel_own_';

const ROLES: Readonly<Record<string, readonly string[]>> = {
  channel_user: memberPermissions,
  channel_guest: memberPermissions,
  channel_admin: memberPermissions,
  system_user: [],
  system_guest: [],
  system_post_all: ['create_post'],
  system_admin: ['create_post', 'manage_system'],
};

const permissionsOf = (name: string): readonly string[] | undefined =>
  name.startsWith(OWN) ? name.slice(OWN.length).split('_and_') : ROLES[name];

/** What roles permit: everybody who is signed in may know. */
export const roleRoutes: readonly RestRoute[] = [
  {
    method: 'get',
    path: '/roles/name/:role_name',
    run: ({params: {role_name: name = ''}}) => ({name, permissions: found(permissionsOf(name), 'role')}),
  },
];
