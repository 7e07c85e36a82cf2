import type {Command} from '@mattermost/types/integrations';
import type {CommandDefinition} from '../../../core/ports/host.js';
import type {Logger} from '../../../core/ports/logger.js';
import type {CommandTokens} from '../../../core/ports/service-records.js';
import type {MattermostClient} from './client.js';
import {RestError} from './rest-error.js';

const NOT_ALLOWED =
  'The command could not be registered: make the bot an administrator of the team, or of the system';

/** `/zoom` of every team that the bot is in. */
export interface TeamCommands {
  /** Creates or repairs the command in one team, or in all. @returns the teams where it could not. */
  register(definition: CommandDefinition, teamId?: string): Promise<readonly string[]>;
}

interface TeamCommandsDeps {
  client: MattermostClient;
  tokens: Pick<CommandTokens, 'settle'>;
  logger: Logger;
  /** Where Mattermost sends what people type. */
  url: string;
}

export function createTeamCommands(deps: TeamCommandsDeps): TeamCommands {
  const {
    client: {api},
    tokens,
    logger,
  } = deps;
  /** What the log says of teams without the command. */
  const told = new Map<string, string>();
  const registerIn = async (definition: CommandDefinition, teamId: string): Promise<void> => {
    const wanted = commandOf(definition, teamId, deps.url);
    const existing = (await api.getCustomTeamCommands(teamId)).find(
      ({trigger}) => trigger === wanted.trigger,
    );
    const command =
      existing === undefined ? await api.addCommand(wanted) : await repaired(deps, existing, wanted);
    await tokens.settle(teamId, command.token, async () => (await api.regenCommandToken(command.id)).token);
  };

  return {
    async register(definition, only) {
      const teams = only === undefined ? (await api.getMyTeams()).map(({id}) => id) : [only];
      const failed: string[] = [];
      for (const teamId of teams) {
        try {
          await registerIn(definition, teamId);
          if (told.delete(teamId)) logger.info('The command is registered now', {team: teamId});
        } catch (error) {
          if (!(error instanceof RestError)) throw error;
          failed.push(teamId);
          if (told.get(teamId) === error.message) continue;
          told.set(teamId, error.message);
          logger.error(error.status === 403 ? NOT_ALLOWED : 'The command could not be registered', {
            team: teamId,
            error: error.message,
          });
        }
      }
      return failed;
    },
  };
}

/** The words are completed by the server for plugins alone: here they stand in the hint. */
function commandOf(
  {trigger, description, subcommands}: CommandDefinition,
  teamId: string,
  url: string,
): Command {
  const words = subcommands.map(({name, hint}) => (hint === '' ? name : `${name} ${hint}`));
  return {
    team_id: teamId,
    trigger,
    method: 'P',
    url,
    auto_complete: true,
    auto_complete_desc: description,
    auto_complete_hint: words.join(' | '),
    display_name: 'Zoom',
    description: description.slice(0, 128),
    username: 'zoom',
  } as Command;
}

const REPAIRED = ['url', 'method', 'auto_complete', 'auto_complete_desc', 'auto_complete_hint'] as const;

async function repaired(
  {client, logger}: TeamCommandsDeps,
  existing: Command,
  wanted: Command,
): Promise<Command> {
  if (REPAIRED.every((field) => existing[field] === wanted[field])) return existing;
  logger.info('The command of a team is repaired', {team: existing.team_id});
  return client.api.editCommand({...existing, ...wanted});
}
