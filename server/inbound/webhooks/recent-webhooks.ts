import type {Clock} from '../../core/ports/clock.js';

const SLOT_MS = 5 * 60_000;
const SLOTS = 12;

/** Authentic webhooks of about the last hour, as far as this process has seen them; late: Zoom was asked instead. */
export interface LastHour {
  total: number;
  late: number;
}

export interface RecentWebhooks {
  note: (isLate: boolean) => void;
  lastHour: () => LastHour;
}

/** Counts in slots of five minutes, of which it keeps a dozen. */
export function createRecentWebhooks({clock}: {clock: Pick<Clock, 'now'>}): RecentWebhooks {
  const slots = new Map<number, LastHour>();
  const current = (): number => Math.floor(clock.now() / SLOT_MS);
  const forget = (): void => {
    for (const slot of slots.keys()) if (slot <= current() - SLOTS) slots.delete(slot);
  };
  return {
    note(isLate) {
      forget();
      const {total, late} = slots.get(current()) ?? {total: 0, late: 0};
      slots.set(current(), {total: total + 1, late: late + (isLate ? 1 : 0)});
    },
    lastHour() {
      forget();
      const all = [...slots.values()];
      return {
        total: all.reduce((sum, {total}) => sum + total, 0),
        late: all.reduce((sum, {late}) => sum + late, 0),
      };
    },
  };
}
