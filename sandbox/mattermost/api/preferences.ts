import type {ApiFunctions} from '../../../server/protocol/host/api-server.js';
import type {PreferenceRecord} from '../records.js';
import {invalid} from '../refusals.js';
import {preferenceKey, type State} from '../state.js';

/** What people chose. */
export function preferenceFunctions(
  state: State,
): Pick<ApiFunctions, 'GetPreferencesForUser' | 'UpdatePreferencesForUser'> {
  return {
    GetPreferencesForUser: (userId) =>
      [...state.preferences.values()]
        .filter(({user_id}) => user_id === userId)
        .map(({user_id, category, name, value}) => ({
          UserId: user_id,
          Category: category,
          Name: name,
          Value: value,
        })),
    UpdatePreferencesForUser: (userId, sent) =>
      savePreferences(
        state,
        userId,
        sent.map(({UserId = '', Category = '', Name = '', Value = ''}) => ({
          user_id: UserId,
          category: Category,
          name: Name,
          value: Value,
        })),
      ),
  };
}

/** @throws ApiError 400 when one of them is another person's */
export function savePreferences(
  state: State,
  userId: string,
  preferences: readonly PreferenceRecord[],
): void {
  if (preferences.some(({user_id}) => user_id !== userId)) {
    throw invalid('api.preference.update_preferences.set.app_error', 'Unable to set user preferences.');
  }
  for (const preference of preferences) state.preferences.set(preferenceKey(preference), preference);
  state.changes.tell({kind: 'preferences', preferences});
}
