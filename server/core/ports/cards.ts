import type {Card} from '../domain/card.js';
import type {PortError} from './port-error.js';

/** The cards of one number of Zoom's, as they were read; changes are compare-and-set. */
export interface CardsOfNumber {
  readonly cards: readonly Card[];
  /** Some cards of this number cannot be read, and are not among {@link cards}: thrown by callers who miss theirs. */
  readonly unreadable: PortError<'record-unreadable'> | undefined;
  /** Applies `change` to each card, and again to what somebody else wrote in the meantime. Writes only what changed. */
  update(change: (card: Card) => Card): Promise<CardsOfNumber>;
}

/** The record of every card. Rejects with `store-unavailable` or `record-unreadable`. */
export interface Cards {
  add(card: Card): Promise<void>;
  /**
   * No cards: nobody started it from here. Meetings and webinars of Zoom share one series of
   * numbers. What this process is adding is waited for.
   */
  ofNumber(number: string): Promise<CardsOfNumber>;
  /**
   * The post that the official plugin made for an occurrence that may still run: its rows outlive the change of
   * plugin.
   */
  officialPostId(uuid: string): Promise<string | undefined>;
}
