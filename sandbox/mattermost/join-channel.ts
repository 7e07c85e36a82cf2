import {hasRole} from './permissions.js';
import type {MemberRecord, UserRecord} from './records.js';
import {memberPermissions} from './seed.js';
import {memberKey, type State} from './state.js';

/** Adds a user to a channel; existing members stay as they are. */
export function joinChannel(state: State, channelId: string, user: UserRecord): MemberRecord {
  const key = memberKey(channelId, user.id);
  const known = state.members.get(key);
  if (known !== undefined) return known;
  const member = {
    channel_id: channelId,
    user_id: user.id,
    scheme_guest: hasRole(user, 'system_guest'),
    scheme_admin: false,
    permissions: memberPermissions,
  };
  state.members.set(key, member);
  state.changes.tell({kind: 'channel-member', member});
  return member;
}
