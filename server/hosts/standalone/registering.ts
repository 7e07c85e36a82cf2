import type {Clock} from '../../core/ports/clock.js';
import type {CommandDefinition} from '../../core/ports/host.js';
import type {Logger} from '../../core/ports/logger.js';
import type {TeamCommands} from './mattermost/commands.js';

/** A team whose command could not be registered is tried again after this. */
const AGAIN_MS = 5 * 60_000;

/** Keeps `/zoom` in every team of the bot. */
export interface Registering {
  /** Resolves when every team has been tried. */
  register: (definition: CommandDefinition) => Promise<void>;
  /** The bot is in a new team, or its role there has changed. */
  teamChanged: (teamId: string) => void;
  end(): void;
}

export function createRegistering(deps: {
  commands: Pick<TeamCommands, 'register'>;
  clock: Clock;
  logger: Logger;
}): Registering {
  const {commands, clock, logger} = deps;
  let definition: CommandDefinition | undefined;
  let cancel = (): void => undefined;
  let hasEnded = false;
  let last: Promise<void> = Promise.resolve();

  const runNow = async (teamId?: string): Promise<void> => {
    if (definition === undefined || hasEnded) return;
    const failed = await commands.register(definition, teamId);
    if (failed.length === 0) return;
    cancel();
    cancel = clock.after(AGAIN_MS, () => runAside());
  };
  // Mattermost reports a new team twice at the same moment. Two runs side by side would both create the command.
  const run = (teamId?: string): Promise<void> => {
    // Whoever asked for the last run has heard of its failure.
    last = last.catch(() => undefined).then(() => runNow(teamId));
    return last;
  };
  const runAside = (teamId?: string): void =>
    void run(teamId).catch((error: unknown) => {
      logger.error('The command could not be registered', {error: String(error)});
    });
  return {
    register(given) {
      definition = given;
      return run();
    },
    teamChanged: runAside,
    end() {
      hasEnded = true;
      cancel();
    },
  };
}
