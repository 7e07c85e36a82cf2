import type {Command} from './command.js';
import {helpText} from './help-text.js';
import type {AdminNotes} from './admin-notes.js';

export interface HelpCommandDeps {
  all: () => readonly Command[];
  adminNotes: AdminNotes;
}

export const helpCommand = (deps: HelpCommandDeps): Command => ({
  name: 'help',
  hint: undefined,
  help: 'command.help.help',
  async run({request, reader}) {
    const asking = await reader;
    const {translate, isAdmin} = asking;
    const help = helpText(deps.all(), asking);
    if (!isAdmin) return {text: help};
    const notes = await deps.adminNotes(request.userId, translate);
    return {text: [help, ...notes].join('\n\n')};
  },
});
