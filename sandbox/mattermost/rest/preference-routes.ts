import {savePreferences} from '../api/preferences.js';
import type {State} from '../state.js';
import {bodyFields, type RestRoute} from './call.js';

/** What a person chose. */
export function preferenceRoutes(state: State): readonly RestRoute[] {
  return [
    {
      method: 'get',
      path: '/users/me/preferences',
      run: ({user}) => [...state.preferences.values()].filter(({user_id}) => user_id === user.id),
    },
    {
      method: 'put',
      path: '/users/me/preferences',
      run: ({user, body}) => {
        const sent = (Array.isArray(body) ? body : []).map(bodyFields);
        const preferences = sent.map(({category, name, value}) => ({
          user_id: user.id,
          category: String(category),
          name: String(name),
          value: String(value),
        }));
        savePreferences(state, user.id, preferences);
        return {status: 'OK'};
      },
    },
  ];
}
