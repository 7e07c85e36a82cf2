import type {CommandArgs, CommandResponse} from '../../server/protocol/models/command.js';
import type {Context} from '../../server/protocol/models/context.js';
import {plainAttachment} from '../../server/protocol/plain-json.js';
import {showAnswer} from './command-answer.js';
import {assertMayCommand} from './may-command.js';
import {triggerOf, type CommandSource} from './commands.js';
import {mentionedMembers} from './mentioned-members.js';
import {newId, type State} from './state.js';

/** The commands that the plugin has registered. */
export function pluginCommands(
  state: State,
  execute: (args: CommandArgs, context: Context) => Promise<CommandResponse>,
): CommandSource {
  return async ({userId, channelId, text, rootId = '', userAgent = ''}) => {
    if (!state.commands.has(triggerOf(text))) return undefined;
    assertMayCommand(state, channelId, userId);
    const teamId = state.channels.get(channelId)?.team_id;
    const args = {
      UserId: userId,
      ChannelId: channelId,
      TeamId: teamId,
      RootId: rootId,
      Command: text,
      UserMentions: Object.fromEntries(mentionedMembers(state, teamId ?? '', text)),
    };
    const response = await execute(args, {UserAgent: userAgent, SessionId: newId()});
    const {ResponseType = '', Text = '', Attachments = []} = response;
    showAnswer(
      state,
      {userId, channelId, rootId},
      {response_type: ResponseType, text: Text, attachments: Attachments.map(plainAttachment)},
    );
    return response;
  };
}
