import type {ChannelRecord, TeamRecord, UserRecord} from '../records.js';
import type {State} from '../state.js';
import {RestError} from './rest-error.js';

/** @throws RestError 404 */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined)
    throw new RestError(404, `app.${what}.missing.app_error`, `Unable to find the ${what}.`);
  return value;
}

export const foundUser = (state: State, id: string): UserRecord => found(state.users.get(id), 'user');
export const foundTeam = (state: State, id: string): TeamRecord => found(state.teams.get(id), 'team');
export const foundChannel = (state: State, id: string): ChannelRecord =>
  found(state.channels.get(id), 'channel');
