import type {CommandArgs, CommandResponse} from '../../server/protocol/models/command.js';
import {plainAttachment} from '../../server/protocol/plain-json.js';
import {newPost} from './seed.js';
import type {State} from './state.js';

/** A line that somebody sends in a channel, beginning with a slash. */
export interface TypedCommand {
  userId: string;
  channelId: string;
  text: string;
  /** The thread that it is typed in. */
  rootId?: string;
}

/**
 * Runs slash commands as the server does for a client, and shows the answer to whoever typed it. `undefined`:
 * there is no such command.
 */
export function createCommandLine(state: State, execute: (args: CommandArgs) => Promise<CommandResponse>) {
  return async ({
    userId,
    channelId,
    text,
    rootId = '',
  }: TypedCommand): Promise<CommandResponse | undefined> => {
    // Only a blank ends the trigger, as on a real server.
    const trigger = /^\/([^ ]*)/.exec(text)?.[1] ?? '';
    if (!state.commands.has(trigger)) return undefined;
    const response = await execute({
      UserId: userId,
      ChannelId: channelId,
      TeamId: state.channels.get(channelId)?.team_id,
      RootId: rootId,
      Command: text,
    });
    const attachments = response.Attachments?.map(plainAttachment) ?? [];
    if ((response.Text ?? '') === '' && attachments.length === 0) return response;
    const post = {
      ...newPost(state.now()),
      user_id: userId,
      channel_id: channelId,
      root_id: rootId,
      type: 'system_ephemeral',
      message: response.Text ?? '',
      props: attachments.length === 0 ? {} : {attachments},
    };
    const ephemeral = {userId, post};
    state.ephemeral.push(ephemeral);
    state.changes.tell({kind: 'ephemeral', ephemeral});
    return response;
  };
}
