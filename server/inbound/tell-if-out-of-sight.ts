import type {Chat, PrivateMessage} from '../core/ports/chat.js';
import type {Logger} from '../core/ports/logger.js';
import type {StartOutcome} from '../core/usecases/start-outcome.js';

interface Told {
  userId: string;
  outcome: StartOutcome;
  /** Where the meeting is. */
  message: PrivateMessage;
}

/**
 * An answer in the channel alone would be seen by nobody if its starter was removed from it, and it is all that they
 * get: it goes out by direct message, too. Never rejects.
 */
export async function tellIfOutOfSight(
  {chat, logger}: {chat: Pick<Chat, 'sendDirectMessage'>; logger: Logger},
  {userId, outcome, message}: Told,
): Promise<void> {
  if (outcome.kind !== 'not-posted' || outcome.why !== 'forbidden') return;
  await chat.sendDirectMessage(userId, message).catch((error: unknown) => {
    logger.warn('The link to a meeting without a card could not be sent', {error: String(error)});
  });
}
