import type {SenderStanding} from '../../core/domain/sender-standing.js';
import type {CommandReply} from '../../core/ports/application.js';
import type {Logger} from '../../core/ports/logger.js';
import {isChatError} from '../../core/ports/port-error.js';
import type {TextKey} from '../../core/ports/texts.js';
import {CHAT_TROUBLE} from '../chat-trouble.js';
import type {CommandContext} from './command.js';

const REFUSALS = {
  deactivated: 'start.deactivated',
  elsewhere: 'command.elsewhere',
  unseen: 'start.unseen',
} as const satisfies Record<Exclude<SenderStanding, 'confirmed'>, TextKey>;

/** What is answered in place of the command, whose sender Mattermost does not confirm. `undefined`: it may run. */
export async function checkSender(
  {request: {standing}, reader}: Pick<CommandContext, 'request' | 'reader'>,
  logger: Logger,
): Promise<CommandReply | undefined> {
  if (standing === undefined) return undefined;
  const {translate} = await reader;
  try {
    const found = await standing();
    if (found === 'confirmed') return undefined;
    if (found === 'elsewhere') logger.warn('Mattermost did not confirm who typed a command; it was refused');
    return {text: translate(REFUSALS[found])};
  } catch (error) {
    if (!isChatError(error)) throw error;
    logger.error('Mattermost did not say who typed a command', {error: error.message});
    return {text: translate(CHAT_TROUBLE[error.code])};
  }
}
