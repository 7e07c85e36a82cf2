import {createHash} from 'node:crypto';
import {type Spending, spend} from '../../core/domain/share.js';
import {ZOOM_SHARES, type ZoomPlan} from '../../core/domain/zoom-shares.js';
import type {ZoomBudget} from '../../core/ports/zoom-budget.js';
import {openRows} from './open-rows.js';
import type {Row, RowDeps} from './row.js';
import {ROWS, type StoredZoomBudget} from './rows.js';

/** A licence may be taken back. Whoever has one is seen more often than that. */
const PAID_FOR_MS = 7 * 24 * 60 * 60_000;

const NEW: StoredZoomBudget = {spent: {}};

/** A row for each account of Zoom's. */
export function createZoomBudget(deps: RowDeps): ZoomBudget {
  const {clock} = deps;
  const open = openRows(deps);
  const rows = new Map<string, Row<StoredZoomBudget | undefined>>();
  // Calls of this process queue up for their row instead of competing.
  const rowOf = (account: string): Row<StoredZoomBudget | undefined> => {
    const row = rows.get(account) ?? open(ROWS.zoomBudget, [digestOf(account)]);
    rows.set(account, row);
    return row;
  };
  const seenPaid = new Map<string, number>();
  return {
    isPaid: (account) => void seenPaid.set(account, clock.now() + PAID_FOR_MS),
    async take(account, rate, patienceMs) {
      let spending: (Spending & {plan: ZoomPlan}) | undefined;
      const row = rowOf(account);
      await row.refresh();
      await row.update((stored = NEW) => {
        const now = clock.now();
        const paidUntil = Math.max(stored.paidUntil ?? 0, seenPaid.get(account) ?? 0);
        const plan = paidUntil > now ? 'paid' : 'free';
        // What was taken of the smaller shares is little of the larger ones, and reckoned by another measure.
        const isNewlyPaid = plan === 'paid' && (stored.paidUntil ?? 0) <= now;
        const former = isNewlyPaid ? {} : stored.spent;
        spending = {...spend(ZOOM_SHARES[plan][rate], former[rate] ?? {}, now, patienceMs), plan};
        if (spending.kind === 'spent') return undefined;
        const spent = {...former, [rate]: spending.spent};
        return {...stored, spent, ...(paidUntil > now && {paidUntil})};
      });
      if (spending === undefined) throw new Error('A row was changed without being looked at');
      return spending;
    },
  };
}

/** What stands for an account may be longer than a key. */
const digestOf = (account: string): string => createHash('sha256').update(account).digest('hex').slice(0, 24);
