import {joinTeam} from '../join-team.js';
import {findTeamMember, isFullTeamMember, isSystemAdmin, mayManageTeam} from '../permissions.js';
import type {TeamMemberRecord, TeamRecord, UserRecord} from '../records.js';
import {memberKey, type State} from '../state.js';
import {bodyFields, type Call, OK, type RestRoute, textField} from './call.js';
import {found, foundTeam, foundUser} from './find-or-refuse.js';
import {ownUserId, requireThat} from './require.js';

/** Teams and who is in them. */
export function teamRoutes(state: State): readonly RestRoute[] {
  return [
    {
      method: 'get',
      path: '/users/:user_id/teams',
      run: (call) => {
        const userId = ownUserId(call);
        return [...state.teams.values()].filter(({id}) => findTeamMember(state, id, userId));
      },
    },
    {
      method: 'get',
      path: '/users/:user_id/teams/members',
      run: (call) => membershipsOf(state, ownUserId(call)),
    },
    {
      method: 'get',
      path: '/teams',
      run: ({user}) =>
        [...state.teams.values()].filter((team) => team.allow_open_invite || isSystemAdmin(user)),
    },
    {
      method: 'get',
      path: '/teams/:team_id',
      run: ({user, params}) => {
        const team = foundTeam(state, params['team_id'] ?? '');
        requireThat(maySee(state, team, user));
        return team;
      },
    },
    {method: 'post', path: '/teams/:team_id/members', status: 201, run: (call) => addMember(state, call)},
    {method: 'get', path: '/teams/:team_id/members/:user_id', run: (call) => getMember(state, call)},
    {
      method: 'put',
      path: '/teams/:team_id/members/:user_id/schemeRoles',
      run: (call) => setSchemeRoles(state, call),
    },
  ];
}

const maySee = (state: State, team: TeamRecord, user: UserRecord): boolean =>
  (team.allow_open_invite && team.type === 'O') ||
  isSystemAdmin(user) ||
  findTeamMember(state, team.id, user.id) !== undefined;

/** People may add themselves to an open team only; members may add others. */
function addMember(state: State, {user, params, body}: Call): object {
  const team = foundTeam(state, params['team_id'] ?? '');
  const joining = textField(body, 'user_id');
  requireThat(
    joining === user.id
      ? team.allow_open_invite || isSystemAdmin(user)
      : isFullTeamMember(state, team.id, user),
  );
  const isNew = findTeamMember(state, team.id, joining) === undefined;
  const member = joinTeam(state, team.id, foundUser(state, joining));
  // The server sends this twice.
  if (isNew) state.changes.tell({kind: 'team-member', member, joined: true});
  return shown(member);
}

function getMember(state: State, {user, params: {team_id = '', user_id = ''}}: Call): object {
  requireThat(isSystemAdmin(user) || findTeamMember(state, team_id, user.id) !== undefined);
  return shown(found(findTeamMember(state, team_id, user_id), 'team member'));
}

function setSchemeRoles(state: State, {user, params: {team_id = '', user_id = ''}, body}: Call): object {
  requireThat(mayManageTeam(state, team_id, user));
  const known = found(findTeamMember(state, team_id, user_id), 'team member');
  const member = {...known, scheme_admin: bodyFields(body)['scheme_admin'] === true};
  state.teamMembers.set(memberKey(team_id, user_id), member);
  state.changes.tell({kind: 'team-member', member, joined: false});
  return OK;
}

/** Ended ones, too, as `GetTeamMembersForUser` has it. */
function membershipsOf(state: State, userId: string): readonly object[] {
  const ofUser = (members: Iterable<TeamMemberRecord>): TeamMemberRecord[] =>
    [...members].filter(({user_id}) => user_id === userId);
  return [
    ...ofUser(state.teamMembers.values()).map((member) => shown(member)),
    ...ofUser(state.endedTeamMembers.values()).map((member) => ({...shown(member), delete_at: state.now()})),
  ];
}

function shown(member: TeamMemberRecord): object {
  const {scheme_admin, scheme_guest} = member;
  const roles = scheme_guest ? 'team_guest' : `team_user${scheme_admin ? ' team_admin' : ''}`;
  return {...member, roles, explicit_roles: '', scheme_user: !scheme_guest, delete_at: 0};
}
