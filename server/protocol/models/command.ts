import {gob, lazy, type GobType, type GobValue} from '../../wire/gob/type.js';
import {messageAttachment} from './message-attachment.js';

export const autocompleteArg = gob.struct('AutocompleteArg', {
  Name: gob.string,
  HelpText: gob.string,
  Type: gob.string,
  Required: gob.bool,
  Data: gob.any,
});

/** The `Data` of an argument of the type `DynamicList`: Mattermost asks the plugin below this path for the words. */
export const dynamicListArg = gob.struct('AutocompleteDynamicListArg', {FetchURL: gob.string});

/** One word of a command in autocomplete. A node has arguments or sub-commands, never both. */
export interface AutocompleteData {
  readonly Trigger?: string | undefined;
  readonly Hint?: string | undefined;
  readonly HelpText?: string | undefined;
  readonly RoleID?: string | undefined;
  readonly Arguments?: readonly GobValue<typeof autocompleteArg>[] | undefined;
  readonly SubCommands?: readonly AutocompleteData[] | undefined;
}

const autocompleteData: GobType<AutocompleteData> = gob.struct('AutocompleteData', {
  Trigger: gob.string,
  Hint: gob.string,
  HelpText: gob.string,
  RoleID: gob.string,
  Arguments: gob.slice(autocompleteArg),
  SubCommands: gob.slice(lazy(() => autocompleteData)),
});

export const command = gob.struct('Command', {
  TeamId: gob.string,
  Trigger: gob.string,
  AutoComplete: gob.bool,
  AutoCompleteDesc: gob.string,
  AutoCompleteHint: gob.string,
  DisplayName: gob.string,
  Description: gob.string,
  PluginId: gob.string,
  AutocompleteData: autocompleteData,
  AutocompleteIconData: gob.string,
});

/** What the server knows of a command that was typed. `Command` is the whole line. */
export const commandArgs = gob.struct('CommandArgs', {
  UserId: gob.string,
  ChannelId: gob.string,
  TeamId: gob.string,
  RootId: gob.string,
  ParentId: gob.string,
  TriggerId: gob.string,
  Command: gob.string,
  SiteURL: gob.string,
  UserMentions: gob.map(gob.string, gob.string),
  ChannelMentions: gob.map(gob.string, gob.string),
});

/** `ResponseType`: `ephemeral` or `in_channel`; the latter posts as the user who typed. */
export const commandResponse = gob.struct('CommandResponse', {
  ResponseType: gob.string,
  Text: gob.string,
  Username: gob.string,
  ChannelId: gob.string,
  Type: gob.string,
  Props: gob.map(gob.string, gob.any),
  GotoLocation: gob.string,
  TriggerId: gob.string,
  SkipSlackParsing: gob.bool,
  Attachments: gob.slice(messageAttachment),
});

export type Command = GobValue<typeof command>;
export type CommandArgs = GobValue<typeof commandArgs>;
export type CommandResponse = GobValue<typeof commandResponse>;
