import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import {ConfigError} from './read-config.js';

const AGAIN_MS = 5_000;
/** What is in the way is said at once, and while it stays the same, so often. */
const SAY_AGAIN_MS = 10 * 60_000;

interface Starting {
  /** Resolves when trying again is useless. */
  refused: Promise<ConfigError>;
  end(): void;
}

/**
 * The store and Mattermost may come up later than the service, so a failure is tried again until `end`. Only a
 * ConfigError ends it at once.
 */
export function startUntilItWorks(
  start: () => Promise<void>,
  {clock, logger}: {clock: Clock; logger: Logger},
): Starting {
  let hasEnded = false;
  let cancel = (): void => undefined;
  const say = createSayer({clock, logger});
  const refused = new Promise<ConfigError>((refuse) => {
    const attempt = (): void => {
      start().then(
        () => logger.info('The service is ready'),
        (error: unknown) => {
          if (error instanceof ConfigError) return refuse(error);
          say(error);
          if (!hasEnded) cancel = clock.after(AGAIN_MS, attempt);
        },
      );
    };
    attempt();
  });
  return {
    refused,
    end() {
      hasEnded = true;
      cancel();
    },
  };
}

function createSayer({clock, logger}: {clock: Clock; logger: Logger}): (error: unknown) => void {
  let said: {text: string; at: number} | undefined;
  return (error) => {
    const text = String(error);
    if (said?.text === text && clock.now() - said.at < SAY_AGAIN_MS) return;
    said = {text, at: clock.now()};
    logger.error('The service cannot start yet, and tries again every 5 seconds', {error: text});
  };
}
