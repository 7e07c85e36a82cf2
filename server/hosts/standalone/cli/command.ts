import type {Compose} from '../../../core/ports/application.js';
import type {Clock} from '../../../core/ports/clock.js';
import type {Logger} from '../../../core/ports/logger.js';
import type {CreatesStore} from '../service-parts.js';

/** Provided by the composition root, which alone knows what a store can do beyond its contract. */
type CopiesStore = (
  copy: {from: string; to: string; replaces: boolean},
  deps: {clock: Clock; logger: Logger},
  progress: (copied: number) => void,
) => Promise<number>;

/** What the composition root gives to the commands. */
export interface CliParts {
  createStore: CreatesStore;
  loadCompose: () => Promise<Compose>;
  loadCopyStore: () => Promise<CopiesStore>;
}

/** What a command works with. */
export interface CliContext extends CliParts {
  process: NodeJS.Process;
  options: {
    config?: string;
    from?: string;
    to?: string;
    since?: string;
    'dry-run'?: boolean;
    force?: boolean;
    yes?: boolean;
    json?: boolean;
  };
  say: (line: string) => void;
}

/** @returns the exit status: 0 done · 1 it did not work · 2 not understood · 78 the configuration is wrong */
export type Command = (context: CliContext) => Promise<number>;
