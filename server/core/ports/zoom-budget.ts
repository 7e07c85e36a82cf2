import type {Spending} from '../domain/share.js';
import type {RateClass, ZoomPlan} from '../domain/zoom-shares.js';

/** How much of what Zoom allows its accounts is taken for anything but starting meetings; all nodes share it. */
export interface ZoomBudget {
  /**
   * Takes one call, unless that would mean to wait for longer than `patienceMs`. `plan`: what the account is taken for.
   * @throws `store-unavailable` or `record-unreadable`
   */
  take(account: string, rate: RateClass, patienceMs: number): Promise<Spending & {plan: ZoomPlan}>;
  /** Somebody in it has a licence, so that Zoom allows it more; noted with the next call. */
  isPaid(account: string): void;
}
