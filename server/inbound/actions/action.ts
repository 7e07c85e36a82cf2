import type {ChatUser, PrivateMessage, PrivatePlace} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import type {TextKey} from '../../core/ports/texts.js';
import type {Reader} from '../reader.js';

/** A button of ours that its owner pressed, in time. */
export interface ActionPress {
  user: ChatUser;
  reader: Reader;
  /** What the button was drawn with. */
  values: Readonly<Record<string, string>>;
  /** Where the answer will stand: buttons on it are drawn for this place. */
  place: PrivatePlace;
  logger: Logger;
}

/** What the presser alone reads now, in place of the message that the button was on where that can be changed. */
export interface PressAnswer extends PrivateMessage {
  /** It must never be stored, not even in a direct message. */
  isSecret?: true;
  /** They have a direct message about it already. */
  isToldDirectly?: true;
}

/** A button of ours; its drawing stands beside its press. */
export interface Action {
  /** Last segment of its route. */
  name: string;
  /** What the presser reads when the button is too old. */
  whenExpired: TextKey;
  press(press: ActionPress): Promise<PressAnswer | 'forbidden'>;
}
