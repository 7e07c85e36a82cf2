import type {PostButton} from '../../core/domain/post-content.js';
import type {PrivateMessage} from '../../core/ports/chat.js';
import type {StartOutcome} from '../../core/usecases/start-outcome.js';
import {AFTER_FAILURE} from './after-failure.js';
import {withButtons} from './draw-button.js';

/** What came of a start, with the button that it was answered by where a second press may do: the topic is not lost. */
export function withWayOn(
  {outcome, message}: {outcome: StartOutcome; message: PrivateMessage},
  again: () => PostButton | undefined,
): PrivateMessage {
  const mayWork = outcome.kind !== 'started' && AFTER_FAILURE[outcome.kind] === 'the question and the button';
  return mayWork && message.attachments === undefined ? withButtons(message.text, again()) : message;
}
