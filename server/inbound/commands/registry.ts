import type {Capabilities} from '../../core/domain/capabilities.js';
import type {CommandDefinition} from '../../core/ports/host.js';
import type {Translate} from '../../core/ports/texts.js';
import type {Command} from './command.js';
import {doctorCommand} from './doctor.js';
import {helpCommand} from './help.js';
import {pairCommand} from './pair.js';
import {settingsCommand} from './settings.js';
import {startCommand} from './start.js';

type RegistryDeps = Parameters<typeof startCommand>[0] &
  Parameters<typeof settingsCommand>[0] &
  Parameters<typeof doctorCommand>[0] &
  Parameters<typeof pairCommand>[0] & {capabilities: Capabilities} & Omit<
    Parameters<typeof helpCommand>[0],
    'all'
  >;

/** Every word that `/zoom` knows, in the order in which help shows them. */
export function createCommands(deps: RegistryDeps): readonly Command[] {
  const commands: readonly Command[] = [
    startCommand(deps),
    settingsCommand(deps),
    // Where Mattermost says whose a request is, no browser needs a code.
    ...(deps.capabilities.sessions ? [] : [pairCommand(deps)]),
    doctorCommand(deps),
    helpCommand({...deps, all: () => commands}),
  ];
  return commands;
}

/** What Mattermost completes while somebody types. */
export const commandDefinition = (commands: readonly Command[], translate: Translate): CommandDefinition => ({
  trigger: 'zoom',
  hint: translate('command.hint'),
  description: translate('command.description'),
  subcommands: commands.map(({name, hint, help, isForAdmins = false}) => ({
    name,
    isForAdmins,
    hint: hint === undefined ? '' : translate(hint),
    help: translate(help),
  })),
});
