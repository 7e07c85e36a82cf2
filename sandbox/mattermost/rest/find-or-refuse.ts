import type {ChannelRecord, TeamRecord, UserRecord} from '../records.js';
import type {State} from '../state.js';
import {RestError} from './rest-error.js';

/** The server's own names for "there is no such thing": clients tell it by them from an address that is unknown. */
const MISSING = {
  bot: 'store.sql_bot.get.missing.app_error',
  channel: 'app.channel.get.existing.app_error',
  'channel member': 'app.channel.get_member.missing.app_error',
  file: 'app.file_info.get.app_error',
  post: 'app.post.get.app_error',
  role: 'app.role.get_by_name.app_error',
  team: 'app.team.get.find.app_error',
  'team member': 'app.team.get_member.missing.app_error',
  user: 'app.user.missing_account.const',
} as const;

/** @throws RestError 404 */
export function found<T>(value: T | undefined, what: keyof typeof MISSING): T {
  if (value === undefined) throw new RestError(404, MISSING[what], `Unable to find the ${what}.`);
  return value;
}

export const foundUser = (state: State, id: string): UserRecord => found(state.users.get(id), 'user');
export const foundTeam = (state: State, id: string): TeamRecord => found(state.teams.get(id), 'team');
export const foundChannel = (state: State, id: string): ChannelRecord =>
  found(state.channels.get(id), 'channel');
