import type {Command} from '@mattermost/types/integrations';
import type {CommandObstacle} from '../../../core/domain/team-without-command.js';
import type {Leases} from '../../../core/ports/leases.js';
import type {Logger} from '../../../core/ports/logger.js';
import type {CommandTokens, TokenComparison} from '../../../core/ports/service-records.js';
import type {MattermostClient} from './client.js';
import {foreignCommand, isOwnCommand, isTaken, unseenCommand} from './own-command.js';
import {isAsWanted} from './wanted-command.js';

export interface KeepCommandDeps {
  client: Pick<MattermostClient, 'api'>;
  tokens: Pick<CommandTokens, 'compare' | 'take' | 'replace'>;
  leases: Leases;
  logger: Logger;
}

/** A command as it should be, and for whom. */
export interface Keeping {
  wanted: Command;
  /** The team's, as people read it. */
  teamName: string;
  botId: string;
}

type Found =
  | {kind: 'missing'}
  | {kind: 'foreign'; command: Command}
  | {kind: 'own'; command: Command; isAsWanted: boolean; token: TokenComparison};

/**
 * Sees to it that the command of one team is there, leads here, and has a token that is on record and not too old.
 * Looking changes nothing. What has to be changed is looked at again when no other node is at it.
 *
 * @returns what is in the way
 * @throws RestError, or as the store does
 */
export async function keepCommand(
  deps: KeepCommandDeps,
  keeping: Keeping,
): Promise<CommandObstacle | undefined> {
  const found = await look(deps, keeping);
  if (isSettled(found)) return obstacleIn(deps, found);
  return deps.leases.hold(keeping.wanted.team_id, async () => mend(deps, keeping, await look(deps, keeping)));
}

async function look({client: {api}, tokens}: KeepCommandDeps, {wanted, botId}: Keeping): Promise<Found> {
  const known = await api.getCustomTeamCommands(wanted.team_id);
  const command = known.find(({trigger}) => trigger === wanted.trigger);
  if (command === undefined) return {kind: 'missing'};
  if (!isOwnCommand(command, {botId, url: wanted.url})) return {kind: 'foreign', command};
  const token = await tokens.compare(wanted.team_id, command.token);
  return {kind: 'own', command, isAsWanted: isAsWanted(command, wanted), token};
}

const isSettled = (found: Found): boolean =>
  found.kind === 'foreign' || (found.kind === 'own' && found.isAsWanted && found.token === 'known');

const obstacleIn = async ({client}: KeepCommandDeps, found: Found): Promise<CommandObstacle | undefined> =>
  found.kind === 'foreign' ? foreignCommand(client, found.command) : undefined;

async function mend(
  deps: KeepCommandDeps,
  keeping: Keeping,
  found: Found,
): Promise<CommandObstacle | undefined> {
  const {client, logger} = deps;
  const {wanted, teamName: name} = keeping;
  if (found.kind === 'missing') return create(deps, keeping);
  if (found.kind === 'own') {
    const {command} = found;
    if (!found.isAsWanted) {
      await client.api.editCommand({...command, ...wanted});
      logger.info('The command of a team did not lead here, and is repaired', {team: wanted.team_id, name});
    }
    await settleToken(deps, keeping, command, found.token);
  }
  return obstacleIn(deps, found);
}

async function create(
  {client: {api}, tokens, logger}: KeepCommandDeps,
  {wanted, teamName: name}: Keeping,
): Promise<CommandObstacle | undefined> {
  const team = wanted.team_id;
  try {
    const {token} = await api.addCommand(wanted);
    const isNew = (await tokens.compare(team, token)) === 'new';
    await tokens.take(team, token);
    if (isNew) logger.info('A team has the command now', {team, name});
    else logger.warn('The command of a team had been deleted, and is registered again', {team, name});
    return undefined;
  } catch (error) {
    if (!isTaken(error)) throw error;
    return unseenCommand(wanted.trigger);
  }
}

async function settleToken(
  {client: {api}, tokens, logger}: KeepCommandDeps,
  {wanted: {team_id: team}, teamName: name}: Keeping,
  {id, token}: Command,
  compared: TokenComparison,
): Promise<void> {
  switch (compared) {
    case 'known':
      return;
    case 'new':
      await tokens.take(team, token);
      logger.info('A team had the command already, and its token counts now', {team, name});
      return;
    case 'other':
      await tokens.take(team, token);
      logger.warn(
        'Somebody has given the command of a team a new token: it counts now, the former does not',
        {
          team,
          name,
        },
      );
      return;
    case 'old':
      await tokens.replace(team, (await api.regenCommandToken(id)).token, token);
      logger.info('The token of the command of a team was thirty days old, and is replaced', {team, name});
  }
}
