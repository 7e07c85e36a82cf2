import type {Server} from 'node:http';
import express from 'express';
import type {Logger} from '../../../core/ports/logger.js';
import type {Metrics} from '../metrics.js';
import {listen} from './listen.js';

interface ServeMetricsDeps {
  metrics: Pick<Metrics, 'text' | 'contentType'>;
  logger: Logger;
}

/**
 * `/metrics` on a listener of its own, so that whoever reaches the service does not reach them. A service that cannot
 * be measured still serves: an address that is taken is told to the log.
 */
export async function serveMetrics(
  {metrics, logger}: ServeMetricsDeps,
  address: {host: string; port: number} | undefined,
): Promise<Server | undefined> {
  if (address === undefined) return undefined;
  const app = express().disable('x-powered-by').disable('etag');
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.text());
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
