import {existingUser} from './api/people.js';
import type {UserRecord} from './records.js';
import type {Sessions} from './sessions.js';
import type {State} from './state.js';

/** Lets somebody use their account, or not any more. Resolves when the plugin has been told. @throws ApiError 404 */
export type SetActive = (userId: string, isActive: boolean) => Promise<void>;

interface ActivationParts {
  sessions: Sessions;
  /** Tells the plugin. */
  userDeactivated: (user: UserRecord) => Promise<void>;
}

/** Source: UpdateActive in server/channels/app/user.go */
export const createActivation =
  (state: State, {sessions, userDeactivated}: ActivationParts): SetActive =>
  async (userId, isActive) => {
    const user = {...existingUser(state, userId), delete_at: isActive ? 0 : state.now()};
    state.users.set(user.id, user);
    if (!isActive) sessions.endAll(user.id);
    state.changes.tell({kind: 'user', user});
    state.changes.tell({kind: 'people'});
    if (!isActive) await userDeactivated(user);
  };
