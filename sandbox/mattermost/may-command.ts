import {mayPost} from './permissions.js';
import {forbidden, invalid} from './refusals.js';
import type {State} from './state.js';

/**
 * What the server makes sure of before any command runs.
 * Source: executeCommand in server/channels/api4/command.go
 */
export function assertMayCommand(state: State, channelId: string, userId: string): void {
  const channel = state.channels.get(channelId);
  const user = state.users.get(userId);
  if (channel === undefined || user === undefined || !mayPost(state, channel, user)) throw forbidden();
  if (channel.delete_at === 0) return;
  throw invalid('api.command.execute_command.deleted.error', 'Cannot run command in a deleted channel.');
}
