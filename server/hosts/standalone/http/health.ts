import type {RequestHandler} from 'express';
import type {Clock} from '../../../core/ports/clock.js';
import type {Logger} from '../../../core/ports/logger.js';

interface ReadyDeps {
  /** Whether the application runs. */
  isRunning: () => boolean;
  /** Rejects when the store does not take a write. */
  tryStore: () => Promise<void>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
}

/** For so long, everybody gets the same answer of the store: each look costs it a write. */
const BELIEVED_MS = 10_000;

/** `/healthz`: the process is alive. */
export const healthy: RequestHandler = (_request, response) => void response.json({status: 'ok'});

/**
 * `/readyz`: whether requests can be served. Mattermost is not asked: while it or the bot is out, what Zoom reports has
 * to be kept. Anybody may ask, so what is in the way is told to the log alone.
 */
export function createReady({isRunning, tryStore, clock, logger}: ReadyDeps): RequestHandler {
  const takesWrites = believed(clock, () =>
    tryStore().then(
      () => true,
      (error: unknown) => {
        logger.debug('The store did not take a write', {error: String(error)});
        return false;
      },
    ),
  );
  let told = '';
  return async (_request, response) => {
    const failed = [
      ...(isRunning() ? [] : ['application']),
      ...((await takesWrites()) ? [] : ['store']),
    ].join(', ');
    if (failed !== told) {
      if (failed === '') logger.info('The service can serve requests again');
      else logger.warn('The service cannot serve requests', {failed});
      told = failed;
    }
    response.status(failed === '' ? 200 : 503).json({status: failed === '' ? 'ok' : 'failed'});
  };
}

/** Asks once at a time, and not again for a while. */
function believed(clock: Pick<Clock, 'now'>, ask: () => Promise<boolean>): () => Promise<boolean> {
  let last: {at: number; answer: Promise<boolean>} | undefined;
  return () => {
    if (last === undefined || clock.now() - last.at >= BELIEVED_MS) {
      const asked = {at: Infinity, answer: ask()};
      last = asked;
      void asked.answer.then(() => (asked.at = clock.now()));
    }
    return last.answer;
  };
}
