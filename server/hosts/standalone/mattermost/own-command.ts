import type {Command} from '@mattermost/types/integrations';
import type {ForeignCommand} from '../../../core/domain/foreign-command.js';
import type {MattermostClient} from './client.js';
import {RestError} from './rest-error.js';

/** The bot made it, or it leads to this service: an administrator may have made it by hand, or for a former bot. */
export const isOwnCommand = (
  {creator_id, url}: Pick<Command, 'creator_id' | 'url'>,
  own: {botId: string; url: string},
): boolean => creator_id === own.botId || url === own.url;

/** Whose a command is, as far as the bot may know. */
export async function foreignCommand(
  {api}: Pick<MattermostClient, 'api'>,
  team: string,
  {display_name: title, trigger, creator_id}: Pick<Command, 'display_name' | 'trigger' | 'creator_id'>,
): Promise<ForeignCommand> {
  const owner = await api.getUser(creator_id).catch((error: unknown) => {
    if (error instanceof RestError) return undefined;
    throw error;
  });
  return {team, title: title || `/${trigger}`, owner: owner?.username};
}

/** One there is that the bot may not see: who manages own commands alone is not told of others. */
export const isTaken = (error: unknown): boolean =>
  error instanceof RestError && error.id === 'api.command.duplicate_trigger.app_error';
