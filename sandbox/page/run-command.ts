import {pluginHost} from './registry.js';
import {openTab, rest} from './seat.js';
import {store} from './store.js';

/** Sends a command, unless a plugin's script takes it. @throws Error that the person reads */
export async function runCommand(channelId: string, rootId: string, typed: string): Promise<void> {
  let message = typed;
  const {currentTeamId} = store.getState().entities.teams;
  for (const {hook} of pluginHost().entries.command) {
    const answer = await hook(message, {channel_id: channelId, team_id: currentTeamId, root_id: rootId});
    if (answer.error !== undefined) throw new Error(answer.error.message);
    if (answer.message === undefined) return;
    message = answer.message;
  }
  const answer = await rest<{goto_location?: string}>('POST', '/commands/execute', {
    channel_id: channelId,
    root_id: rootId,
    command: message,
  });
  const address = answer.goto_location ?? '';
  if (address !== '') openTab(address);
}
