import type {CommandDefinition} from '../../core/ports/host.js';
import type {CommandReply, CommandRequest} from '../../core/ports/application.js';
import type {PostAttachment, PostButton} from '../../core/domain/post-content.js';
import type {Command, CommandArgs, CommandResponse} from '../../protocol/models/command.js';
import type {Context} from '../../protocol/models/context.js';
import type {MessageAttachment, PostAction} from '../../protocol/models/message-attachment.js';

/**
 * The command as Mattermost registers it. Hints are texts alone: an argument in the autocomplete data would have
 * to be required, and Mattermost refuses the command otherwise.
 */
export function toCommand({trigger, hint, description, subcommands}: CommandDefinition): Command {
  return {
    Trigger: trigger,
    AutoComplete: true,
    AutoCompleteDesc: description,
    AutoCompleteHint: hint,
    Description: description,
    AutocompleteData: {
      Trigger: trigger,
      Hint: hint,
      HelpText: description,
      RoleID: 'system_user',
      SubCommands: subcommands.map(({name, hint, help, isForAdmins}) => ({
        Trigger: name,
        Hint: hint,
        HelpText: help,
        RoleID: isForAdmins ? 'system_admin' : 'system_user',
      })),
    },
  };
}

export const toCommandRequest = (
  {UserId = '', ChannelId = '', RootId = '', Command = ''}: CommandArgs,
  {UserAgent = ''}: Context,
): CommandRequest => ({
  userId: UserId,
  channelId: ChannelId,
  rootId: RootId,
  text: Command,
  drawsCards: drawsCards(UserAgent),
});

/** Browsers and the desktop app run our script; the mobile app, scripts and clients of others do not. */
const drawsCards = (userAgent: string): boolean =>
  userAgent.startsWith('Mozilla/5.0 ') && !userAgent.includes('Mattermost Mobile');

/** A reply that only the person who typed the command sees. */
export function toCommandResponse({text, attachments = [], goToUrl}: CommandReply): CommandResponse {
  return {
    ResponseType: 'ephemeral',
    Text: text,
    Attachments: attachments.map(toMessageAttachment),
    GotoLocation: goToUrl,
  };
}

function toMessageAttachment({
  fallback,
  title,
  title_link,
  text,
  actions = [],
}: PostAttachment): MessageAttachment {
  return {
    Fallback: fallback,
    Title: title,
    TitleLink: title_link,
    Text: text,
    Actions: actions.map(toPostAction),
  };
}

function toPostAction({id, type, name, style, integration}: PostButton): PostAction {
  return {
    Id: id,
    Type: type,
    Name: name,
    Style: style,
    Integration: {URL: integration.url, Context: integration.context},
  };
}
