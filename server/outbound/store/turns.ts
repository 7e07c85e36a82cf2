import type {Turns} from '../../core/ports/turns.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS} from './rows.js';

/** Turns that are `everyMs` apart, whichever node takes them: one row says when the next is free. */
export function createTurns(deps: RowDeps, everyMs: number): Turns {
  const open = openRows(deps);
  return {
    async take(patienceMs) {
      let at: number | undefined;
      await open(ROWS.zoomTurns, []).update((stored) => {
        const now = deps.clock.now();
        const {next} = stored ?? {next: 0};
        // A clock that was wrong once must not block everybody for years.
        const free = next - now > 60 * 60_000 ? now : Math.max(now, next);
        at = free - now > patienceMs ? undefined : free;
        return at === undefined ? undefined : {...stored, next: at + everyMs};
      });
      return at;
    },
  };
}
