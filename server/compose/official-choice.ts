import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {KeyValue} from '../core/ports/key-value.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import {createOfficialChoices} from '../outbound/store/official/official-choices.js';
import {createTellUnreadable} from '../outbound/store/official/tell-unreadable.js';
import {withOfficialChoice} from '../outbound/store/official/with-official-choice.js';

interface OfficialChoiceNeeds {
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  keyValue: KeyValue;
  /** The store may hold rows of the official plugin. */
  mayHoldOfficial: boolean;
}

/** The chat, in which what people chose in the official plugin still counts where its rows may be. */
export function composeOfficialChoice({
  chat,
  clock,
  random,
  logger,
  keyValue,
  mayHoldOfficial,
}: OfficialChoiceNeeds): Chat {
  if (!mayHoldOfficial) return chat;
  const tellUnreadable = createTellUnreadable(logger);
  const choices = createOfficialChoices({keyValue, clock, random, logger, tellUnreadable});
  return withOfficialChoice(chat, {keyValue, clock, random, logger, choices});
}
