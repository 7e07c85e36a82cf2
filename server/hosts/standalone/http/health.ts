import type {RequestHandler} from 'express';
import type {Clock} from '../../../core/ports/clock.js';
import type {Logger} from '../../../core/ports/logger.js';

/** One thing without which nothing works; rejects when it does not answer. */
export type Probe = () => Promise<unknown>;

interface ReadyDeps {
  probes: Readonly<Record<string, Probe>>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
}

/** Whoever asks more often gets the same answer: each look costs Mattermost and the store a call. */
const LOOK_EVERY_MS = 1_000;

/** `/healthz`: the process is alive. */
export const healthy: RequestHandler = (_request, response) => void response.json({status: 'ok'});

/** `/readyz`: whether requests can be served. Anybody may ask, so what is in the way is told to the log alone. */
export function createReady({probes, clock, logger}: ReadyDeps): RequestHandler {
  let told = '';
  let last: {at: number; isReady: Promise<boolean>} | undefined;
  const look = async (): Promise<boolean> => {
    const failed = await failedOf(probes);
    if (failed !== told) {
      if (failed === '') logger.info('The service can serve requests again');
      else logger.warn('The service cannot serve requests', {failed});
    }
    told = failed;
    return failed === '';
  };
  return async (_request, response) => {
    if (last === undefined || clock.now() - last.at >= LOOK_EVERY_MS) {
      const looking = {at: Infinity, isReady: look()};
      last = looking;
      void looking.isReady.then(() => (looking.at = clock.now()));
    }
    const isReady = await last.isReady;
    response.status(isReady ? 200 : 503).json({status: isReady ? 'ok' : 'failed'});
  };
}

/** Their names, '' for none. Never rejects. */
async function failedOf(probes: Readonly<Record<string, Probe>>): Promise<string> {
  const states = await Promise.all(
    Object.entries(probes).map(([name, probe]) =>
      probe().then(
        () => [],
        () => [name],
      ),
    ),
  );
  return states.flat().join(', ');
}
