import type {Grant} from '../domain/grant.js';

/** A consent that takes the place of that of another Zoom account once its giver says so. */
export type AccountOffer = Omit<Grant, 'revision'>;

/** They wait for five minutes. Rejects with `store-unavailable` or `record-unreadable`. */
export interface AccountOffers {
  /** In place of an earlier one of its giver's. Resolves to its id. */
  park(offer: AccountOffer): Promise<string>;
  /** Uses it up. `undefined`: there is none of this id, or not any more. */
  take(userId: string, id: string): Promise<AccountOffer | undefined>;
}
