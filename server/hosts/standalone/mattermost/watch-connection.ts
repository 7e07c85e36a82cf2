import type {Clock} from '../../../core/ports/clock.js';
import type {Logger} from '../../../core/ports/logger.js';
import type {Metrics} from '../../../core/ports/metrics.js';

interface WatchConnectionDeps {
  metrics: Pick<Metrics, 'websocketConnected' | 'websocketReconnects'>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
}

/** Called when the websocket is open, and after every failure of it: the client goes on trying by itself. */
export type WatchConnection = (isConnected: boolean) => void;

/** Tells metrics and log when the websocket drops and when it comes back. */
export function watchConnection({metrics, clock, logger}: WatchConnectionDeps): WatchConnection {
  let isFirst = true;
  let lostAt: number | undefined;
  metrics.websocketConnected.set(0);
  const opened = (): void => {
    metrics.websocketConnected.set(1);
    if (!isFirst) metrics.websocketReconnects.add();
    if (lostAt !== undefined) {
      const seconds = Math.round((clock.now() - lostAt) / 1000);
      logger.info('The websocket to Mattermost is open again', {seconds});
    }
    isFirst = false;
    lostAt = undefined;
  };
  const closed = (): void => {
    metrics.websocketConnected.set(0);
    if (lostAt !== undefined) return;
    lostAt = clock.now();
    logger.warn(
      isFirst
        ? 'The websocket to Mattermost cannot be opened; it is tried again'
        : 'The websocket to Mattermost is lost; it is opened again as soon as that is possible',
    );
  };
  return (isConnected) => (isConnected ? opened() : closed());
}
