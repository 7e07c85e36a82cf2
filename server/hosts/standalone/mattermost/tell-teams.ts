import type {CommandObstacle} from '../../../core/domain/team-without-command.js';
import type {Logger} from '../../../core/ports/logger.js';

/** What became of a team's command. `unknown`: Mattermost or the store did not answer. */
export type CommandState = CommandObstacle | {kind: 'unknown'; reason: string} | undefined;

interface TeamName {
  id: string;
  /** As people read it. */
  name: string;
}

/** Logs what became of each team, once for as long as it stays the same. */
export function tellTeams(logger: Logger): (team: TeamName, state: CommandState) => void {
  const told = new Map<string, string>();
  return ({id: team, name}, state) => {
    if (state === undefined) {
      if (told.delete(team))
        logger.info('Nothing is in the way of the command of a team any more', {team, name});
      return;
    }
    const news = JSON.stringify(state);
    if (told.get(team) === news) return;
    told.set(team, news);
    logger.error(MESSAGES[state.kind], {team, name, ...fieldsOf(state)});
  };
}

const MESSAGES = {
  foreign:
    'The team has a /zoom of somebody else, which is left alone: delete or rename it under Integrations → Slash Commands',
  forbidden:
    'The command could not be registered: make the bot an administrator of the team, or of the system',
  disabled:
    'The command could not be registered: switch on System Console → Integrations → Integration Management → Enable Custom Slash Commands',
  refused: 'The command could not be registered',
  unknown: 'The command could not be looked after',
} as const satisfies Record<NonNullable<CommandState>['kind'], string>;

function fieldsOf(state: NonNullable<CommandState>): Record<string, string> {
  switch (state.kind) {
    case 'foreign':
      return {command: state.title, owner: state.owner ?? ''};
    case 'refused':
    case 'unknown':
      return {error: state.reason};
    default:
      return {};
  }
}
