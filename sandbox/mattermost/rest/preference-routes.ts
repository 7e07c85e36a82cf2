import {savePreferences} from '../api/preferences.js';
import type {State} from '../state.js';
import {bodyFields, OK, type RestRoute} from './call.js';
import {ownUserId} from './require.js';

/** What people chose. */
export function preferenceRoutes(state: State): readonly RestRoute[] {
  return [
    {
      method: 'get',
      path: '/users/:user_id/preferences',
      run: (call) => {
        const id = ownUserId(call);
        return [...state.preferences.values()].filter(({user_id}) => user_id === id);
      },
    },
    {
      method: 'put',
      path: '/users/:user_id/preferences',
      run: (call) => {
        setPreferences(state, ownUserId(call), call.body);
        return OK;
      },
    },
  ];
}

/** A preference that names another person is refused; one that names nobody is the caller's own. */
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
