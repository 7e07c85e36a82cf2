import {savePreferences} from '../api/preferences.js';
import type {ChannelRecord} from '../records.js';
import {memberKey, type State} from '../state.js';
import {bodyFields, type Call, OK, type RestRoute, textField} from './call.js';
import {found, foundUser} from './find-or-refuse.js';
import {requireOwnOrAdmin, requireSystemAdmin} from './require.js';
import {RestError} from './rest-error.js';
import {seenBy} from './seen-by.js';

/** Users, and what is theirs. */
export function userRoutes(state: State): readonly RestRoute[] {
  const ownId = (call: Call): string => {
    requireOwnOrAdmin(call);
    return call.params['user_id'] ?? '';
  };
  return [
    {
      method: 'get',
      path: '/users',
      run: ({user}) => [...state.users.values()].map((one) => seenBy(state, user, one)),
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
    {
      method: 'get',
      path: '/users/:user_id',
      run: ({user, params}) => seenBy(state, user, foundUser(state, params['user_id'] ?? '')),
    },
    {method: 'put', path: '/users/:user_id/patch', run: (call) => patchUser(state, ownId(call), call)},
    {method: 'put', path: '/users/:user_id/roles', run: (call) => setRoles(state, call)},
    {method: 'get', path: '/users/:user_id/channels', run: (call) => channelsOf(state, ownId(call))},
    {
      method: 'get',
      path: '/users/:user_id/preferences',
      run: (call) => {
        const id = ownId(call);
        return [...state.preferences.values()].filter(({user_id}) => user_id === id);
      },
    },
    {
      method: 'put',
      path: '/users/:user_id/preferences',
      run: (call) => {
        setPreferences(state, ownId(call), call.body);
        return OK;
      },
    },
  ];
}

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
  const user = {...foundUser(state, call.params['user_id'] ?? ''), roles};
  state.users.set(user.id, user);
  state.changes.tell({kind: 'roles', user});
  return OK;
}

const channelsOf = (state: State, userId: string): readonly ChannelRecord[] =>
  [...state.channels.values()].filter(({id}) => state.members.has(memberKey(id, userId)));

/** One that names another person is refused; one that names nobody is the person's own. */
function setPreferences(state: State, userId: string, body: unknown): void {
  const sent = (Array.isArray(body) ? body : []).map(bodyFields);
  const preferences = sent.map(({user_id, category, name, value}) => ({
    user_id: typeof user_id === 'string' && user_id !== 'me' ? user_id : userId,
    category: String(category),
    name: String(name),
    value: String(value),
  }));
  savePreferences(state, userId, preferences);
}
