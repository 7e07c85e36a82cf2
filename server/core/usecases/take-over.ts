import type {Leases} from '../ports/leases.js';
import type {Sweep} from '../ports/sweep.js';

/** One step of what is left to do. 'idle': as things are, nothing is. Rejects as `Sweep.step` does. */
export type TakeOver = () => Promise<'more' | 'idle'>;

interface TakeOverDeps {
  /** Those that are wanted as things are. */
  sweeps: readonly Sweep[];
  leases: Leases;
  /** Names of those that are known to be done; it outlives a change of the settings. */
  done: Set<string>;
}

/** Takes over what the official plugin left and nobody has needed yet, one sweep after the other. */
export const createTakeOver =
  ({sweeps, leases, done}: TakeOverDeps): TakeOver =>
  async () => {
    const sweep = sweeps.find(({name}) => !done.has(name));
    if (sweep === undefined) return 'idle';
    // Nodes would only do the same twice.
    const outcome = await leases.hold('take-over', () => sweep.step());
    if (outcome === 'done') done.add(sweep.name);
    return 'more';
  };
