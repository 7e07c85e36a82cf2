import {COMMAND_WORDS_PATH} from '../../core/domain/site.js';
import type {CommandDefinition} from '../../core/ports/host.js';
import type {CommandReply, CommandRequest} from '../../core/ports/application.js';
import type {PostAttachment, PostButton} from '../../core/domain/post-content.js';
import type {Command, CommandArgs, CommandResponse} from '../../protocol/models/command.js';
import type {Context} from '../../protocol/models/context.js';
import type {MessageAttachment, PostAction} from '../../protocol/models/message-attachment.js';
import {GobNamed} from '../../wire/gob/gob-named.js';

/**
 * The command as Mattermost registers it: once, in one language. Mattermost asks for the words behind it while somebody
 * types, so that everybody has them in their own language. It can only ask for a list, and the list must be required
 * (`IsValid` in https://github.com/mattermost/mattermost/blob/master/server/public/model/command_autocomplete.go). The
 * topic of a start ends the list, and nothing is suggested after it.
 */
export function toCommand({trigger, hint, description}: CommandDefinition): Command {
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
      Arguments: [
        {
          Name: '',
          HelpText: description,
          Type: 'DynamicList',
          Required: true,
          Data: new GobNamed('*model.AutocompleteDynamicListArg', {FetchURL: COMMAND_WORDS_PATH.slice(1)}),
        },
      ],
    },
  };
}

export const toCommandRequest = (
  {UserId = '', ChannelId = '', RootId = '', Command = '', UserMentions = {}}: CommandArgs,
  {UserAgent = '', SessionId = ''}: Context,
): CommandRequest => ({
  userId: UserId,
  channelId: ChannelId,
  rootId: RootId,
  mentions: new Map(Object.entries(UserMentions)),
  text: Command,
  mayPostHere: cameOverTheApi(SessionId),
  drawsCards: drawsCards(UserAgent),
});

/**
 * What somebody sends comes over Mattermost's API, which runs no command for those who lack `create_post` in the
 * channel, and none in an archived channel (`executeCommand` in
 * https://github.com/mattermost/mattermost/blob/master/server/channels/api4/command.go). Another plugin may run a
 * command for anybody anywhere (`ExecuteSlashCommand`); there nothing was checked, and there is no session.
 */
const cameOverTheApi = (sessionId: string): boolean => sessionId !== '';

/** Browsers and the desktop app run our script; the mobile app, scripts and other clients do not. */
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
