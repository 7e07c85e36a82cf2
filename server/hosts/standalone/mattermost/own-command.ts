import type {Command} from '@mattermost/types/integrations';
import type {CommandObstacle} from '../../../core/domain/team-without-command.js';
import type {MattermostClient} from './client.js';
import {RestError} from './rest-error.js';

/** The bot made it, or it leads to this service: an administrator may have made it by hand, or for a former bot. */
export const isOwnCommand = (
  {creator_id, url}: Pick<Command, 'creator_id' | 'url'>,
  own: {botId: string; url: string},
): boolean => creator_id === own.botId || url === own.url;

type Foreign = Extract<CommandObstacle, {kind: 'foreign'}>;

/** Whose a command is, as far as the bot may know. */
export async function foreignCommand(
  {api}: Pick<MattermostClient, 'api'>,
  {display_name: title, trigger, creator_id}: Pick<Command, 'display_name' | 'trigger' | 'creator_id'>,
): Promise<Foreign> {
  const owner = await api.getUser(creator_id).catch((error: unknown) => {
    if (error instanceof RestError) return undefined;
    throw error;
  });
  return {kind: 'foreign', title: title || `/${trigger}`, owner: owner?.username};
}

/** One there is that the bot may not see: who manages own commands alone is not told of others. */
export const unseenCommand = (trigger: string): Foreign => ({
  kind: 'foreign',
  title: `/${trigger}`,
  owner: undefined,
});

/** The word belongs to another command of the team. */
export const isTaken = (error: unknown): boolean =>
  error instanceof RestError && error.id === 'api.command.duplicate_trigger.app_error';
