import type {ApiFunctions} from '../../../server/protocol/host/api-server.js';
import type {AutocompleteData} from '../../../server/protocol/models/command.js';
import {GobNamed} from '../../../server/wire/gob/gob-named.js';
import type {State} from '../state.js';

/** Slash commands; what Mattermost would refuse is refused here with the same words. */
export function commandFunctions(state: State): Pick<ApiFunctions, 'RegisterCommand'> {
  return {
    RegisterCommand: (sent) => {
      const {Trigger: trigger = '', AutocompleteData: data} = sent;
      if (trigger === '') throw new Error('invalid command');
      if (data !== undefined) checkAutocomplete(data);
      const command = {
        trigger,
        team_id: sent.TeamId ?? '',
        auto_complete: sent.AutoComplete ?? false,
        auto_complete_desc: sent.AutoCompleteDesc ?? '',
        auto_complete_hint: sent.AutoCompleteHint ?? '',
        display_name: sent.DisplayName ?? '',
        description: sent.Description ?? '',
        ...(data && {autocomplete_data: plainTree(data)}),
      };
      state.commands.set(trigger, command);
      state.changes.tell({kind: 'command', command});
    },
  };
}

/** As in JSON: the argument's type says what its data is called in Go. */
const plainTree = ({Arguments, ...tree}: AutocompleteData): object => ({
  ...tree,
  ...(Arguments && {
    Arguments: Arguments.map(({Data, ...argument}) => ({
      ...argument,
      Data: Data instanceof GobNamed ? (Data.value as unknown) : Data,
    })),
  }),
});

const roles = ['', 'system_admin', 'system_user'];

/** Go's `AutocompleteData.IsValid`, as far as the product could break it. */
function checkAutocomplete({
  Trigger = '',
  RoleID = '',
  Arguments = [],
  SubCommands = [],
}: AutocompleteData): void {
  const refuse = (reason: string): never => {
    throw new Error(`invalid autocomplete data in command: ${reason}`);
  };
  if (Trigger === '') refuse('An empty command name in the autocomplete data');
  if (Trigger !== Trigger.toLowerCase()) refuse('Command should be lowercase');
  if (!roles.includes(RoleID)) refuse('Wrong role in the autocomplete data');
  if (Arguments.length > 0 && SubCommands.length > 0) refuse("Command can't have arguments and subcommands");
  for (const {Name = '', Type, Data, Required = false} of Arguments) {
    const isList = Data instanceof GobNamed && Data.name === '*model.AutocompleteDynamicListArg';
    if (Type === 'DynamicList' && !isList) refuse('Not a proper DynamicList type argument');
    if (Name === '' && !Required) refuse('Positional argument can not be optional');
  }
  SubCommands.forEach(checkAutocomplete);
}
