import type {Server} from 'node:http';
import express from 'express';
import type {Logger} from '../../../core/ports/logger.js';
import type {MetricFamily} from '../../../core/ports/metrics.js';
import {loadOnce} from '../../../lib/load-once.js';
import {METRICS_TYPE, renderMetrics} from '../../metrics/render-metrics.js';
import {listen} from './listen.js';

interface ServeMetricsDeps {
  readMetrics: () => Promise<readonly MetricFamily[]>;
  logger: Logger;
}

/** What Node says of its process; loaded when it is asked for. */
const loadNodeMetrics = loadOnce(async () => {
  const {collectDefaultMetrics, Registry} = await import('prom-client');
  const register = new Registry();
  collectDefaultMetrics({register});
  return () => register.metrics();
});

/**
 * `/metrics` on a listener of its own, so that who reaches the service does not reach them. A service that cannot
 * be measured still serves: an address that is taken is told to the log.
 */
export async function serveMetrics(
  {readMetrics, logger}: ServeMetricsDeps,
  address: {host: string; port: number} | undefined,
): Promise<Server | undefined> {
  if (address === undefined) return undefined;
  const app = express().disable('x-powered-by').disable('etag');
  app.get('/metrics', async (_request, response) => {
    const [ours, node] = await Promise.all([readMetrics(), loadNodeMetrics().then((load) => load())]);
    response.type(METRICS_TYPE).send(renderMetrics(ours) + node);
  });
  app.use((_request, response) => void response.status(404).end());
  const {host, port} = address;
  try {
    const server = await listen(app, address);
    logger.info('Metrics are served', {host, port: (server.address() as {port: number}).port});
    return server;
  } catch (error) {
    logger.error('Metrics cannot be served: MetricsListen is taken or not an address of this machine', {
      host,
      port,
      error: String(error),
    });
    return undefined;
  }
}
