import type {ListKeys} from '../../../core/ports/host.js';
import type {Sweep} from '../../../core/ports/sweep.js';
import {openRows} from '../open-rows.js';
import type {RowDeps} from '../row.js';
import {type StoredSweep} from '../consent-rows.js';
import {ROWS} from '../rows.js';

/** A page costs a few calls for each of its rows: a step takes seconds at most. */
const ROWS_A_PAGE = 100;

interface SweepDeps extends RowDeps {
  listKeys: ListKeys;
  /** What is swept up. */
  what: 'consents' | 'choices';
  /** True: it changed something. */
  take: (key: string) => Promise<boolean>;
}

/**
 * Looks at every key of the store, page by page. Pages are offsets into a list that changes under our hands: rows that
 * go away move later ones to an earlier page. So a page is looked at until nothing on it is left to do, and the end is
 * reached when a whole pass has found nothing.
 */
export function createSweep({listKeys, what, take, ...deps}: SweepDeps): Sweep {
  const row = openRows(deps)(ROWS.sweep, [what]);
  return {
    name: what,
    async step() {
      const {value: seen} = await row.refresh();
      const {page, found, doneAt} = seen ?? {page: 0, found: false};
      if (doneAt !== undefined) return 'done';
      const keys = await listKeys(page, ROWS_A_PAGE);
      let rows = 0;
      for (const key of keys) if (await take(key)) rows += 1;
      if (rows > 0) deps.logger.info('Rows of the official Zoom plugin were taken over', {what, rows});
      const isChanged = rows > 0;
      const next = after({page, found: found || isChanged}, isChanged, keys.length === 0);
      const end = next === 'done' ? {page, found, doneAt: deps.clock.now()} : next;
      // Another node may have done this page, too, and then it is the same.
      await row.update((stored) => ({...stored, ...end}));
      return next === 'done' ? 'done' : 'more';
    },
  };
}

function after({page, found}: StoredSweep, isChanged: boolean, isEnd: boolean): StoredSweep | 'done' {
  if (isChanged) return {page, found};
  if (!isEnd) return {page: page + 1, found};
  return found ? {page: 0, found: false} : 'done';
}
