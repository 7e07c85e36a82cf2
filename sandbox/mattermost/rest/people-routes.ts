import type {ChannelRecord, UserRecord} from '../records.js';
import {memberKey, type State} from '../state.js';
import {directChannel} from '../api/people.js';
import {type Call, type RestRoute, textField} from './call.js';
import {RestError} from './rest-error.js';

/** Users and channels. */
export function peopleRoutes(state: State): readonly RestRoute[] {
  return [
    {method: 'get', path: '/users/me', run: ({user}) => user},
    {
      method: 'put',
      path: '/users/me/patch',
      run: ({user, body}) => {
        const patched = {...user, locale: textField(body, 'locale')};
        state.users.set(user.id, patched);
        state.changes.tell({kind: 'people'});
        return patched;
      },
    },
    {
      method: 'get',
      path: '/users',
      run: ({user}) => [...state.users.values()].map((one) => seenBy(user, one)),
    },
    {
      method: 'get',
      path: '/users/:user_id',
      run: ({user, params}) => seenBy(user, found(state.users.get(params['user_id'] ?? ''), 'user')),
    },
    {method: 'get', path: '/users/me/channels', run: ({user}) => channelsOf(state, user.id)},
    {method: 'post', path: '/channels/direct', status: 201, run: (call) => openDirect(state, call)},
  ];
}

/** @throws RestError 404 */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined)
    throw new RestError(404, `app.${what}.missing.app_error`, `Unable to find the ${what}.`);
  return value;
}

/** Nobody but administrators sees the addresses of others; whether they are confirmed, REST never tells. */
function seenBy(viewer: UserRecord, {email_verified: _unknown, ...user}: UserRecord): object {
  const isAdmin = viewer.roles.split(' ').includes('system_admin');
  return isAdmin || viewer.id === user.id ? user : {...user, email: ''};
}

const channelsOf = (state: State, userId: string): readonly ChannelRecord[] =>
  [...state.channels.values()].filter(({id}) => state.members.has(memberKey(id, userId)));

function openDirect(state: State, {user, body}: Call): ChannelRecord {
  const [one, other] = Array.isArray(body) ? (body as unknown[]) : [];
  if (typeof one !== 'string' || typeof other !== 'string' || ![one, other].includes(user.id)) {
    throw new RestError(400, 'api.context.invalid_body_param.app_error', 'Invalid user ids');
  }
  return directChannel(state, one, other);
}
