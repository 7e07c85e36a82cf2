import type {CommandObstacle, TeamWithoutCommand} from '../../../core/domain/team-without-command.js';
import type {CommandDefinition} from '../../../core/ports/host.js';
import {isStoreError} from '../../../core/ports/port-error.js';
import type {CommandTokens} from '../../../core/ports/service-records.js';
import {meaningOf} from '../../chat-answers.js';
import {keepCommand, type KeepCommandDeps} from './keep-command.js';
import {createLeaveTeams} from './leave-teams.js';
import {RestError} from './rest-error.js';
import {type CommandState, tellTeams} from './tell-teams.js';
import {wantedCommand} from './wanted-command.js';

/** `/zoom` of every team that the bot is in. */
export interface TeamCommands {
  /**
   * Creates or repairs the command in one team; without `teamId` in all, and takes it away from teams that the bot has
   * left.
   */
  keep(definition: CommandDefinition, teamId?: string): Promise<void>;
  /** Whether the bot was in the team when it last looked. */
  isIn(teamId: string): boolean;
  /** Those in which the command could not be registered. */
  without: () => readonly TeamWithoutCommand[];
}

interface TeamCommandsDeps extends KeepCommandDeps {
  tokens: KeepCommandDeps['tokens'] & Pick<CommandTokens, 'forget' | 'isOnRecord'>;
  /** Where Mattermost sends what people type. */
  url: string;
}

export function createTeamCommands(deps: TeamCommandsDeps): TeamCommands {
  const {
    client: {api},
    url,
  } = deps;
  const tell = tellTeams(deps.logger);
  const leaveTeams = createLeaveTeams(deps);
  let teams: readonly string[] = [];
  let inTheWay: ReadonlyMap<string, TeamWithoutCommand> = new Map();
  return {
    without: () => [...inTheWay.values()],
    isIn: (teamId) => teams.includes(teamId),
    async keep(definition, only) {
      const [{id: botId}, all] = await Promise.all([api.getMe(), api.getMyTeams()]);
      teams = all.map(({id}) => id);
      inTheWay = new Map([...inTheWay].filter(([id]) => teams.includes(id)));
      for (const {id, display_name: name} of all.filter((team) => only === undefined || team.id === only)) {
        const wanted = wantedCommand(definition, id, url);
        const state = await stateOf(keepCommand(deps, {wanted, teamName: name, botId}));
        tell({id, name}, state);
        // What is not known stays as it was.
        if (state?.kind !== 'unknown') inTheWay = noted(inTheWay, id, state && {team: name, obstacle: state});
      }
      if (only === undefined) await leaveTeams({botId, trigger: definition.trigger});
    },
  };
}

const noted = <T>(
  known: ReadonlyMap<string, T>,
  id: string,
  entry: T | undefined,
): ReadonlyMap<string, T> => {
  const others = [...known].filter(([key]) => key !== id);
  return new Map(entry === undefined ? others : [...others, [id, entry]]);
};

async function stateOf(attempt: Promise<CommandObstacle | undefined>): Promise<CommandState> {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof RestError) return refusal(error);
    if (isStoreError(error)) return {kind: 'unknown', reason: error.message};
    throw error;
  }
}

/** Of the server's status 501, which says that a feature is switched off. */
const DISABLED = 'api.command.disabled.app_error';

function refusal(error: RestError): NonNullable<CommandState> {
  const {status, id, message: reason} = error;
  if (id === DISABLED) return {kind: 'disabled'};
  if (status === 403) return {kind: 'forbidden'};
  return {kind: meaningOf(error) === 'refused' ? 'refused' : 'unknown', reason};
}
