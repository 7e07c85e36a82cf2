import {isStoreError} from '../../../core/ports/port-error.js';
import type {Logger} from '../../../core/ports/logger.js';
import type {CommandTokens} from '../../../core/ports/service-records.js';
import type {MattermostClient} from './client.js';
import {RestError} from './rest-error.js';

interface LeaveTeamsDeps {
  client: Pick<MattermostClient, 'api'>;
  tokens: Pick<CommandTokens, 'forget' | 'isOnRecord'>;
  logger: Logger;
}

/** Takes the bot's command away from teams that the bot has left, where it still may. Never rejects. */
export type LeaveTeams = (own: {botId: string; trigger: string}) => Promise<void>;

export function createLeaveTeams(deps: LeaveTeamsDeps): LeaveTeams {
  const {
    client: {api},
    logger,
  } = deps;
  let settled: readonly string[] = [];
  return async (own) => {
    try {
      // Mattermost keeps a membership when it ends.
      const ended = (await api.getMyTeamMembers()).filter(({delete_at: endedAt}) => endedAt !== 0);
      settled = settled.filter((id) => ended.some(({team_id}) => team_id === id));
      for (const {team_id: team} of ended.filter(({team_id}) => !settled.includes(team_id))) {
        await leave(deps, team, own);
        settled = [...settled, team];
      }
    } catch (error) {
      if (!(error instanceof RestError) && !isStoreError(error)) throw error;
      logger.warn('It is not known whether a team that the bot has left still has its command', {
        error: error.message,
      });
    }
  };
}

async function leave(
  {client: {api}, tokens, logger}: LeaveTeamsDeps,
  team: string,
  {botId, trigger}: Parameters<LeaveTeams>[0],
): Promise<void> {
  try {
    const known = await api.getCustomTeamCommands(team);
    const own = known.filter((command) => command.creator_id === botId && command.trigger === trigger);
    for (const {id} of own) {
      await api.deleteCommand(id);
      logger.info('The bot has left a team, and its command there is deleted', {team});
    }
    await tokens.forget(team);
  } catch (error) {
    if (!(error instanceof RestError) || !REFUSED.includes(error.status)) throw error;
    if (!(await tokens.isOnRecord(team))) return;
    logger.warn(
      'The bot has left a team and may not delete its command there: delete it under Integrations → Slash Commands',
      {team},
    );
  }
}

/** The bot may not look there, or another node has just deleted it. */
const REFUSED: readonly (number | undefined)[] = [403, 404];
