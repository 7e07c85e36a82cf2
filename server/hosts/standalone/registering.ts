import type {Clock} from '../../core/ports/clock.js';
import type {CommandDefinition} from '../../core/ports/host.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Metrics} from '../../core/ports/metrics.js';
import type {TeamCommands} from './mattermost/commands.js';

/** Nothing tells a service what an administrator does to its command, so it looks. */
const LOOK_EVERY_MS = 5 * 60_000;

/** Anybody can send commands with tokens that nobody knows. */
const LOOK_AGAIN_AFTER_MS = 10_000;

/** Keeps `/zoom` in every team of the bot. */
export interface Registering {
  /** Resolves when every team has been looked at, which happens every five minutes from then on. */
  register: (definition: CommandDefinition) => Promise<void>;
  /** The bot is in a new team, or its role there has changed. */
  teamChanged: (teamId: string) => void;
  /** Mattermost tells what happens from now on; what happened before may have been missed. */
  connected: () => void;
  /**
   * A command of the team has come with a token that nobody knows: an administrator may just have made it. A team is
   * looked at once in ten seconds at most. Resolves when that has been done; never rejects.
   * @returns whether it is a team of the bot at all
   */
  tokenUnknown: (teamId: string) => Promise<boolean>;
  end(): void;
}

export function createRegistering(deps: {
  commands: Pick<TeamCommands, 'keep' | 'isIn' | 'without'>;
  metrics: Pick<Metrics, 'teamsWithoutCommand'>;
  clock: Clock;
  logger: Logger;
}): Registering {
  const {commands, metrics, clock, logger} = deps;
  let definition: CommandDefinition | undefined;
  let cancel = (): void => undefined;
  let hasEnded = false;
  let last: Promise<void> = Promise.resolve();

  const lookNow = async (teamId?: string): Promise<void> => {
    if (definition === undefined || hasEnded) return;
    await commands.keep(definition, teamId);
    metrics.teamsWithoutCommand.set(commands.without().length);
  };
  // Mattermost reports a new team twice at the same moment. Two looks side by side would both create the command.
  const look = (teamId?: string): Promise<void> => {
    // Who asked for the last one has heard of its failure.
    last = last.catch(() => undefined).then(() => lookNow(teamId));
    return last;
  };
  const lookAside = (teamId?: string): Promise<void> =>
    look(teamId).catch((error: unknown) => {
      logger.error('The command could not be looked after', {error: String(error)});
    });
  const again = (): void => {
    cancel();
    if (!hasEnded) cancel = clock.after(LOOK_EVERY_MS, () => void lookAside().then(again));
  };
  const lookAtToken = onceIn(LOOK_AGAIN_AFTER_MS, clock, lookAside);
  return {
    register(given) {
      definition = given;
      return look().finally(again);
    },
    teamChanged: (teamId) => void lookAside(teamId),
    connected: () => void lookAside(),
    async tokenUnknown(teamId) {
      if (!commands.isIn(teamId)) return false;
      await lookAtToken(teamId);
      return true;
    },
    end() {
      hasEnded = true;
      cancel();
    },
  };
}

/** Who asks again within that time gets what came of it before. */
function onceIn(
  ms: number,
  clock: Pick<Clock, 'now'>,
  run: (teamId: string) => Promise<void>,
): (teamId: string) => Promise<void> {
  const runs = new Map<string, {at: number; done: Promise<void>}>();
  return (teamId) => {
    const now = clock.now();
    const known = runs.get(teamId);
    if (known !== undefined && known.at + ms > now) return known.done;
    const done = run(teamId);
    runs.set(teamId, {at: now, done});
    return done;
  };
}
