import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';

const AGAIN_MS = 5_000;

/** Mattermost may come up later than the service, so a failure is tried again until `end`. */
export function startUntilItWorks(
  start: () => Promise<void>,
  {clock, logger}: {clock: Clock; logger: Logger},
): {end: () => void} {
  let hasEnded = false;
  let cancel = (): void => undefined;
  const attempt = (): void => {
    start().then(
      () => logger.info('The service is ready'),
      (error: unknown) => {
        logger.error('The service cannot start yet', {error: String(error)});
        if (!hasEnded) cancel = clock.after(AGAIN_MS, attempt);
      },
    );
  };
  attempt();
  return {
    end() {
      hasEnded = true;
      cancel();
    },
  };
}
