import {createHash} from 'node:crypto';
import type {UsedTickets} from '../../core/ports/used-tickets.js';
import type {RowDeps} from './row.js';

/** One row for each used ticket, by its digest: nobody who reads the store learns what a ticket looked like. */
export function createUsedTickets({keyValue, clock}: Pick<RowDeps, 'keyValue' | 'clock'>): UsedTickets {
  return {
    isUsed: async (id) => (await keyValue.get(keyOf(id))) !== undefined,
    use: (id, expiresAt) => {
      const ttlSeconds = Math.max(1, Math.ceil((expiresAt - clock.now()) / 1000));
      return keyValue.compareAndSet(keyOf(id), undefined, 'used', {ttlSeconds});
    },
  };
}

const keyOf = (id: string): string => `ticket_${createHash('sha256').update(id).digest('hex')}`;
