import {hasRole} from './permissions.js';
import type {TeamMemberRecord, UserRecord} from './records.js';
import {memberKey, type State} from './state.js';

/** Adds a user to a team; existing members stay as they are. */
export function joinTeam(state: State, teamId: string, user: UserRecord): TeamMemberRecord {
  const key = memberKey(teamId, user.id);
  const known = state.teamMembers.get(key);
  if (known !== undefined) return known;
  const member = {
    team_id: teamId,
    user_id: user.id,
    scheme_admin: false,
    scheme_guest: hasRole(user, 'system_guest'),
  };
  state.endedTeamMembers.delete(key);
  state.teamMembers.set(key, member);
  state.changes.tell({kind: 'team-member', member, joined: true});
  return member;
}
