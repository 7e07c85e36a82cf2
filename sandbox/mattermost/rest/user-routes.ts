import type {SetActive} from '../activation.js';
import {hasRole, isSystemAdmin} from '../permissions.js';
import type {PostRecord, UserRecord} from '../records.js';
import {memberKey, type State} from '../state.js';
import {bodyFields, type Call, OK, type RestRoute, textField} from './call.js';
import {found, foundUser} from './find-or-refuse.js';
import {ownUserId, requireSystemAdmin} from './require.js';
import {RestError} from './rest-error.js';
import {seenBy} from './seen-by.js';

/** Users, and what is theirs. */
export function userRoutes(state: State, setActive: SetActive): readonly RestRoute[] {
  return [
    {
      method: 'get',
      path: '/users',
      run: ({user, query}) =>
        pageOf(
          [...state.users.values()].filter(
            (one) => typeof query['role'] !== 'string' || hasRole(one, query['role']),
          ),
          query,
        ).map((one) => seenBy(state, user, one)),
    },
    {
      method: 'post',
      path: '/users/ids',
      run: ({user, body}) =>
        (Array.isArray(body) ? (body as unknown[]) : []).flatMap((id) => {
          const known = state.users.get(String(id));
          return known === undefined ? [] : [seenBy(state, user, known)];
        }),
    },
    {
      method: 'get',
      path: '/users/username/:username',
      run: ({user, params}) => {
        const known = [...state.users.values()].find(({username}) => username === params['username']);
        return seenBy(state, user, found(known, 'user'));
      },
    },
    {method: 'get', path: '/users/email/:email', run: userByEmail(state)},
    {
      method: 'get',
      path: '/users/:user_id',
      run: ({user, params}) => seenBy(state, user, foundUser(state, params['user_id'] ?? '')),
    },
    {method: 'put', path: '/users/:user_id/patch', run: (call) => patchUser(state, ownUserId(call), call)},
    {method: 'put', path: '/users/:user_id/roles', run: (call) => setRoles(state, call)},
    {method: 'put', path: '/users/:user_id/active', run: (call) => updateActive(state, setActive, call)},
    {method: 'get', path: '/users/:user_id/channels', run: (call) => channelsOf(state, ownUserId(call))},
  ];
}

/** Nobody but system administrators where addresses are not shown. Source: getUserByEmail in api4/user.go */
const userByEmail =
  (state: State) =>
  ({user: viewer, params}: Call): object => {
    const {ShowEmailAddress} = state.serverConfig['PrivacySettings'] ?? {};
    if (ShowEmailAddress === false && !isSystemAdmin(viewer)) {
      throw new RestError(
        403,
        'api.user.get_user_by_email.permissions.app_error',
        'Unable to get user by email.',
      );
    }
    const known = [...state.users.values()].find(({email}) => email === params['email']);
    return seenBy(state, viewer, found(known, 'user'));
  };

function patchUser(state: State, id: string, {user: viewer, body}: Call): object {
  const user = {...foundUser(state, id), locale: textField(body, 'locale')};
  state.users.set(id, user);
  state.changes.tell({kind: 'user', user});
  state.changes.tell({kind: 'people'});
  return seenBy(state, viewer, user);
}

function setRoles(state: State, call: Call): object {
  requireSystemAdmin(call);
  const roles = textField(call.body, 'roles');
  if (!/^system_[a-z_]+( [a-z_]+)*$/.test(roles)) {
    throw new RestError(400, 'api.context.invalid_body_param.app_error', 'Invalid or missing roles');
  }
  const known = foundUser(state, call.params['user_id'] ?? '');
  const user = {...known, roles};
  if (isSystemAdmin(known) && !isSystemAdmin(user)) requireAnotherAdmin(state);
  state.users.set(user.id, user);
  state.changes.tell({kind: 'roles', user});
  return OK;
}

/** Plugins are told beside it: what they make of it is nothing that the administrator waits for or hears of. */
function updateActive(state: State, setActive: SetActive, call: Call): object {
  requireSystemAdmin(call);
  const {active} = bodyFields(call.body);
  if (typeof active !== 'boolean') {
    throw new RestError(400, 'api.context.invalid_body_param.app_error', 'Invalid or missing active');
  }
  const {id} = foundUser(state, call.params['user_id'] ?? '');
  void setActive(id, active).catch(() => undefined);
  return OK;
}

/** Bots do not count, even where a bot would lose the role. Source: UpdateUserRolesWithUser in app/user.go */
function requireAnotherAdmin(state: State): void {
  const people = [...state.users.values()].filter((one: UserRecord) => isSystemAdmin(one) && !one.is_bot);
  if (people.length > 1) return;
  throw new RestError(400, 'app.user.update.lastAdmin.app_error', 'You cannot demote the last system admin.');
}

/** All of them, where no page is asked for. */
function pageOf<T>(all: readonly T[], {page = 0, per_page: perPage}: Call['query']): readonly T[] {
  if (perPage === undefined) return all;
  const first = Number(page) * Number(perPage);
  return all.slice(first, first + Number(perPage));
}

/** Those that the person is in, and when somebody last wrote there. */
function channelsOf(state: State, userId: string): readonly object[] {
  const own = [...state.channels.values()].filter(({id}) => state.members.has(memberKey(id, userId)));
  const lastPostIn = (channelId: string): number =>
    Math.max(0, ...[...state.posts.values()].filter((post) => post.channel_id === channelId).map(atCreation));
  return own.map((channel) => ({...channel, last_post_at: lastPostIn(channel.id)}));
}

const atCreation = ({create_at}: PostRecord): number => create_at;
