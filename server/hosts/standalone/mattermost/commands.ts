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
  } = deps;
  const tell = tellTeams(deps.logger);
  return {
    async register(definition, only) {
      const teams = only === undefined ? (await api.getMyTeams()).map(({id}) => id) : [only];
      const failed: string[] = [];
      for (const teamId of teams) {
        const refusal = await refusalOf(registerIn(deps, definition, teamId));
        tell(teamId, refusal);
        if (refusal !== undefined) failed.push(teamId);
      }
      return failed;
    },
  };
}

async function registerIn(
  deps: TeamCommandsDeps,
  definition: CommandDefinition,
  teamId: string,
): Promise<void> {
  const {
    client: {api},
    tokens,
  } = deps;
  const wanted = commandOf(definition, teamId, deps.url);
  const known = await api.getCustomTeamCommands(teamId);
  const existing = known.find(({trigger}) => trigger === wanted.trigger);
  const command =
    existing === undefined ? await api.addCommand(wanted) : await repaired(deps, existing, wanted);
  await tokens.settle(teamId, command.token, async () => (await api.regenCommandToken(command.id)).token);
}

/** `undefined`: it was done. */
async function refusalOf(attempt: Promise<void>): Promise<RestError | undefined> {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    if (error instanceof RestError) return error;
    throw error;
  }
}

/** Logs what became of each team, once for as long as it stays the same. */
function tellTeams(logger: Logger): (team: string, refusal: RestError | undefined) => void {
  const told = new Map<string, string>();
  return (team, refusal) => {
    if (refusal === undefined) {
      if (told.delete(team)) logger.info('The command is registered now', {team});
      return;
    }
    const error = refusal.message;
    if (told.get(team) === error) return;
    told.set(team, error);
    logger.error(refusal.status === 403 ? NOT_ALLOWED : 'The command could not be registered', {team, error});
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
