import {LEASE_MS, type Leases} from '../../core/ports/leases.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS} from './rows.js';

/** Who is in nobody's way is held up by no more than this. */
const LOOK_AGAIN_MS = 250;

/** A row for each thing names who is at it, and until when that counts. */
export function createLeases(deps: RowDeps): Leases {
  const {clock, random} = deps;
  const open = openRows(deps);
  const take = async (what: string, by: string, leaseMs: number): Promise<boolean> => {
    const until = clock.now() + leaseMs;
    const held = await open(ROWS.lease, [what]).update((stored) => {
      const isFree = stored === undefined || stored.until <= clock.now();
      return isFree ? {...stored, by, until} : undefined;
    });
    return held?.by === by;
  };
  const giveBack = (what: string, by: string): Promise<unknown> =>
    open(ROWS.lease, [what]).update((stored) => (stored?.by === by ? {...stored, until: 0} : undefined));

  return {
    async hold(what, work, leaseMs = LEASE_MS) {
      const by = Buffer.from(random.bytes(12)).toString('base64url');
      while (!(await take(what, by, leaseMs))) {
        await new Promise<void>((resolve) => void clock.after(LOOK_AGAIN_MS, resolve));
      }
      try {
        return await work();
      } finally {
        // Who cannot give it back lets it run out.
        await giveBack(what, by).catch(() => undefined);
      }
    },
  };
}
