import type {ChatUser} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import type {TextKey} from '../../core/ports/texts.js';
import type {Reader} from '../reader.js';

/** A button of ours that its owner pressed, in time. */
export interface ActionPress {
  user: ChatUser;
  reader: Reader;
  /** What the button was drawn with. */
  values: Readonly<Record<string, string>>;
  logger: Logger;
}

/** A button of ours; its drawing stands beside its press. */
export interface Action {
  /** Last segment of its route. */
  name: string;
  /** What the presser reads when the button is too old. */
  whenExpired: TextKey;
  /** The answer is shown to the presser alone. */
  press(press: ActionPress): Promise<{text: string} | 'forbidden'>;
}
