import {z} from 'zod';
import type {Turns} from '../../core/ports/turns.js';
import {jsonFormat} from './json-format.js';
import {createRow, type RowDeps} from './row.js';

const format = jsonFormat<{next: number}>(z.object({next: z.number()}), {next: 0});

/** Turns that are `everyMs` apart, whichever node takes them: one row says when the next is free. */
export function createTurns(deps: RowDeps, key: string, everyMs: number): Turns {
  return {
    async take(count, patienceMs) {
      let at: number | undefined;
      await createRow(deps, key, format).update(({next}) => {
        const now = deps.clock.now();
        // A clock that was wrong once must not block everybody for years.
        const free = next - now > 60 * 60_000 ? now : Math.max(now, next);
        at = free - now > patienceMs ? undefined : free;
        return at === undefined ? undefined : {next: at + count * everyMs};
      });
      return at;
    },
  };
}
