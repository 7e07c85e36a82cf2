import {createHash} from 'node:crypto';
import type {UsedTickets} from '../../core/ports/used-tickets.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS} from './rows.js';

/** One row for each used ticket, by its digest: nobody who reads the store learns what a ticket looked like. */
export function createUsedTickets(deps: RowDeps): UsedTickets {
  const {clock} = deps;
  const open = openRows(deps);
  return {
    isUsed: async (id) => (await open(ROWS.usedTicket, [digestOf(id)]).look()).isThere,
    async use(id, expiresAt) {
      const ttlSeconds = Math.max(1, Math.ceil((expiresAt - clock.now()) / 1000));
      const row = open(ROWS.usedTicket, [digestOf(id)], {seen: {stored: undefined}, ttlSeconds});
      let isFirst = false;
      await row.update((used) => {
        isFirst = used === undefined;
        return isFirst ? {at: clock.now()} : undefined;
      });
      return isFirst;
    },
  };
}

const digestOf = (id: string): string => createHash('sha256').update(id).digest('hex');
