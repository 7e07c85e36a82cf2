import {kindOf} from '../domain/card-kind.js';
import {type Card, cardStart, cardState} from '../domain/card.js';
import type {Intents} from '../ports/intents.js';
import type {Logger} from '../ports/logger.js';
import {isStoreError} from '../ports/port-error.js';
import {intentOfCard} from './intent-of-card.js';

/** To be called with cards of which something is new; most need nothing. */
export type KeepInSight = (card: Card) => void;

interface KeepInSightDeps {
  intents: Pick<Intents, 'recall'>;
  logger: Logger;
  /** Runs on beside the caller. A stop of the plugin waits for it. */
  inBackground: (work: Promise<void>) => void;
}

/** A planned meeting that runs is one that is on in its channel: whoever starts another one there is asked about it. */
export const createKeepInSight =
  ({intents, logger, inBackground}: KeepInSightDeps): KeepInSight =>
  (card) => {
    if (!kindOf(card).isPlanned || cardState(card) !== 'live') return;
    const {kind: _, ...wish} = intentOfCard(card);
    const openedAt = cardStart(card) ?? card.openedAt;
    inBackground(
      intents.recall({...wish, openedAt}).catch((error: unknown) => {
        if (!isStoreError(error)) throw error;
        logger.warn('Starts in a channel will not be asked about a planned meeting that runs there', {
          error: error.message,
        });
      }),
    );
  };
