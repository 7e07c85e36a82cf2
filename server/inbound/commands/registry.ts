import type {Capabilities} from '../../core/domain/capabilities.js';
import type {CommandDefinition} from '../../core/ports/host.js';
import type {Translate} from '../../core/ports/texts.js';
import {apiCommand, type ApiCommandDeps} from './api.js';
import {cancelCommand, type CancelCommandDeps} from './cancel.js';
import type {Command} from './command.js';
import {connectCommand, type ConnectCommandDeps} from './connect.js';
import {disconnectCommand, type DisconnectCommandDeps} from './disconnect.js';
import {doctorCommand, type DoctorCommandDeps} from './doctor.js';
import {endCommand, type EndCommandDeps} from './end.js';
import {importCommand, type ImportCommandDeps} from './import.js';
import {helpCommand, type HelpCommandDeps} from './help.js';
import {invitationCommand, type InvitationCommandDeps} from './invitation.js';
import {joinCommand, type JoinCommandDeps} from './join.js';
import {liveCommand, type LiveCommandDeps} from './live.js';
import {meCommand, type MeCommandDeps} from './me.js';
import {meetingsCommand, type MeetingsCommandDeps} from './meetings.js';
import {pairCommand, type PairCommandDeps} from './pair.js';
import {registerCommand, type RegisterCommandDeps} from './register.js';
import {settingsCommand, type SettingsCommandDeps} from './settings.js';
import {shareCommand, type ShareCommandDeps} from './share.js';
import {startCommand, type StartCommandDeps} from './start.js';
import {streamUrlCommand, type StreamUrlCommandDeps} from './stream-url.js';

type CommandsDeps = StartCommandDeps &
  EndCommandDeps &
  CancelCommandDeps &
  ShareCommandDeps &
  InvitationCommandDeps &
  StreamUrlCommandDeps &
  MeetingsCommandDeps &
  JoinCommandDeps &
  RegisterCommandDeps &
  ImportCommandDeps &
  LiveCommandDeps &
  ConnectCommandDeps &
  DisconnectCommandDeps &
  MeCommandDeps &
  SettingsCommandDeps &
  PairCommandDeps &
  DoctorCommandDeps &
  ApiCommandDeps &
  Omit<HelpCommandDeps, 'all'> & {capabilities: Capabilities};

/** Every word that `/zoom` knows, in the order in which help shows them. */
export function createCommands(deps: CommandsDeps): readonly Command[] {
  const commands: readonly Command[] = [
    startCommand(deps),
    endCommand(deps),
    cancelCommand(deps),
    importCommand(deps),
    shareCommand(deps),
    meetingsCommand(deps),
    joinCommand(deps),
    liveCommand(deps),
    invitationCommand(deps),
    registerCommand(deps),
    streamUrlCommand(deps),
    ...(deps.consent === 'nobody'
      ? []
      : [connectCommand(deps, deps.consent), disconnectCommand(deps, deps.consent)]),
    meCommand(deps),
    settingsCommand(deps),
    // Where Mattermost says whose a request is, no browser needs a code.
    ...(deps.capabilities.sessions ? [] : [pairCommand(deps)]),
    doctorCommand(deps),
    apiCommand(deps),
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
