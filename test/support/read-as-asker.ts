import type {CommandArgs} from './plugin-host.js';
import type {Reply, World} from './world.js';

/**
 * Types a command and reads what is for the person alone: the answer itself, or where Mattermost does not vouch for who
 * typed, the direct message to them.
 */
export async function readAsAsker(
  world: World,
  command: string,
  by: Partial<Omit<CommandArgs, 'command'>> = {},
): Promise<Reply> {
  const before = new Set((await world.host.posts()).map(({id}) => id));
  const reply = await world.type(command, by);
  if (world.host.capabilities.sessions || !reply.text.startsWith('The answer is in a direct message'))
    return reply;
  const message = (await world.host.posts()).findLast(({id}) => !before.has(id));
  if (message === undefined) throw new Error('The bot has written nothing');
  const attachments = (message.props['attachments'] ?? []) as unknown[];
  return {...reply, text: message.message, attachments, post: message};
}
