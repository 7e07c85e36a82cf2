import {createHash} from 'node:crypto';
import {type Spending, spend} from '../../core/domain/share.js';
import {ZOOM_SHARES} from '../../core/domain/zoom-shares.js';
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
      let spending: Spending | undefined;
      const row = rowOf(account);
      await row.refresh();
      await row.update((stored = NEW) => {
        const now = clock.now();
        const paidUntil = Math.max(stored.paidUntil ?? 0, seenPaid.get(account) ?? 0);
        const shares = ZOOM_SHARES[paidUntil > now ? 'paid' : 'free'][rate];
        spending = spend(shares, stored.spent[rate] ?? {}, now, patienceMs);
        if (spending.kind === 'spent') return undefined;
        const spent = {...stored.spent, [rate]: spending.spent};
        return {...stored, spent, ...(paidUntil > now && {paidUntil})};
      });
      if (spending === undefined) throw new Error('A row was changed without being looked at');
      return spending;
    },
  };
}

/** What stands for an account may be longer than a key. */
const digestOf = (account: string): string => createHash('sha256').update(account).digest('hex').slice(0, 24);
