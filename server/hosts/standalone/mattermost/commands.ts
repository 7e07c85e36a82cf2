import type {Command} from '@mattermost/types/integrations';
import type {Team} from '@mattermost/types/teams';
import type {ForeignCommand} from '../../../core/domain/foreign-command.js';
import type {CommandDefinition} from '../../../core/ports/host.js';
import type {Logger} from '../../../core/ports/logger.js';
import type {CommandTokens} from '../../../core/ports/service-records.js';
import type {MattermostClient} from './client.js';
import {foreignCommand, isOwnCommand, isTaken} from './own-command.js';
import {RestError} from './rest-error.js';

const NOT_ALLOWED =
  'The command could not be registered: make the bot an administrator of the team, or of the system';

const NOT_OURS =
  'The team has a /zoom of somebody else, which is left alone: delete or rename it under Integrations → Slash Commands';

/** `/zoom` of every team that the bot is in. */
export interface TeamCommands {
  /** Creates or repairs the command in one team, or in all. @returns the teams where it could not. */
  register(definition: CommandDefinition, teamId?: string): Promise<readonly string[]>;
  /** Those that were in the way when their team was last tried. */
  foreign: () => readonly ForeignCommand[];
}

interface TeamCommandsDeps {
  client: MattermostClient;
  tokens: Pick<CommandTokens, 'settle'>;
  logger: Logger;
  /** Where Mattermost sends what people type. */
  url: string;
}

/** `undefined`: it is there. */
type Obstacle = {refusal: RestError} | {foreign: ForeignCommand} | undefined;

export function createTeamCommands(deps: TeamCommandsDeps): TeamCommands {
  const {
    client: {api},
  } = deps;
  const tell = tellTeams(deps.logger);
  const inTheWay = new Map<string, ForeignCommand>();
  return {
    foreign: () => [...inTheWay.values()],
    async register(definition, only) {
      const [{id: botId}, all] = await Promise.all([api.getMe(), api.getMyTeams()]);
      const failed: string[] = [];
      for (const team of all.filter(({id}) => only === undefined || id === only)) {
        const obstacle = await obstacleOf(registerIn(deps, definition, {team, botId}));
        tell(team.id, obstacle);
        inTheWay.delete(team.id);
        if (obstacle !== undefined && 'foreign' in obstacle) inTheWay.set(team.id, obstacle.foreign);
        if (obstacle !== undefined) failed.push(team.id);
      }
      return failed;
    },
  };
}

interface Place {
  team: Pick<Team, 'id' | 'display_name'>;
  botId: string;
}

/** @returns the command of somebody else that is there instead */
async function registerIn(
  deps: TeamCommandsDeps,
  definition: CommandDefinition,
  {team, botId}: Place,
): Promise<ForeignCommand | undefined> {
  const {
    client: {api},
    tokens,
    url,
  } = deps;
  const wanted = commandOf(definition, team.id, url);
  const known = await api.getCustomTeamCommands(team.id);
  const existing = known.find(({trigger}) => trigger === wanted.trigger);
  if (existing !== undefined && !isOwnCommand(existing, {botId, url})) {
    return foreignCommand(deps.client, team.display_name, existing);
  }
  let command: Command;
  try {
    command = existing === undefined ? await api.addCommand(wanted) : await repaired(deps, existing, wanted);
  } catch (error) {
    if (!isTaken(error)) throw error;
    return {team: team.display_name, title: `/${wanted.trigger}`, owner: undefined};
  }
  await tokens.settle(team.id, command.token, async () => (await api.regenCommandToken(command.id)).token);
  return undefined;
}

async function obstacleOf(attempt: Promise<ForeignCommand | undefined>): Promise<Obstacle> {
  try {
    const foreign = await attempt;
    return foreign && {foreign};
  } catch (error) {
    if (error instanceof RestError) return {refusal: error};
    throw error;
  }
}

/** Logs what became of each team, once for as long as it stays the same. */
function tellTeams(logger: Logger): (team: string, obstacle: Obstacle) => void {
  const told = new Map<string, string>();
  return (team, obstacle) => {
    if (obstacle === undefined) {
      if (told.delete(team)) logger.info('The command is registered now', {team});
      return;
    }
    const {message, fields} = describe(obstacle);
    const news = JSON.stringify([message, fields]);
    if (told.get(team) === news) return;
    told.set(team, news);
    logger.error(message, {team, ...fields});
  };
}

function describe(obstacle: NonNullable<Obstacle>): {message: string; fields: Record<string, string>} {
  if ('foreign' in obstacle) {
    const {team, title, owner = ''} = obstacle.foreign;
    return {message: NOT_OURS, fields: {name: team, command: title, owner}};
  }
  const {status, message: error} = obstacle.refusal;
  return {message: status === 403 ? NOT_ALLOWED : 'The command could not be registered', fields: {error}};
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
