import type {Logger} from '../../core/ports/logger.js';
import type {Translate} from '../../core/ports/texts.js';

/** A button that somebody pressed. `context` is what Mattermost sent along: anybody may have made it. */
export interface ActionPress {
  /** The person who pressed, as the server knows them. */
  userId: string;
  context: unknown;
  translate: Translate;
  logger: Logger;
}

/** A button of ours; its drawing stands beside its press. */
export interface Action {
  /** Last segment of its route. */
  name: string;
  /** The answer is shown to the presser alone. */
  press(press: ActionPress): Promise<{text: string} | 'forbidden'>;
}
