import express, {type ErrorRequestHandler, type Express, type RequestHandler} from 'express';
import {
  ACTIONS_PATH,
  API_PATH,
  COMMAND_PATH,
  HOST_PAGE_PATH,
  WEBHOOK_PATH,
} from '../../../core/domain/site.js';
import type {Application} from '../../../core/ports/application.js';
import {JOIN_PAGE_PATH, ROUTES_PATH} from '../../../../contract/routes.js';
import type {Logger} from '../../../core/ports/logger.js';
import type {Route} from '../../../core/ports/metrics/table.js';
import type {Metrics} from '../../../core/ports/metrics.js';
import {isStoreError} from '../../../core/ports/port-error.js';
import {clientAddress} from '../../client-address.js';
import {healthy} from './health.js';

/** Longest line that people type is 16 383 characters. */
const MAX_FORM = '128kb';

interface EdgeDeps {
  application: Pick<Application, 'serveHttp'>;
  command: RequestHandler;
  /** Until then, everybody is asked to try again later. */
  isRunning: () => boolean;
  /** What answers whether requests can be served. */
  ready: RequestHandler;
  metrics: Pick<Metrics, 'httpRequests' | 'httpSeconds'>;
  logger: Logger;
}

/**
 * Everything that the service answers: for Zoom and Mattermost below the plugin's own paths, for its operator beside.
 */
export function createEdge({isRunning, application, command, ready, metrics, logger}: EdgeDeps): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(measured(metrics), anonymous);
  app.get('/healthz', healthy);
  app.get('/readyz', ready);
  app.use(ROUTES_PATH, (_request, response, next) => {
    if (isRunning()) next();
    else response.status(503).set('Retry-After', '5').end();
  });
  const form = express.raw({type: 'application/x-www-form-urlencoded', limit: MAX_FORM});
  app.post(`${ROUTES_PATH}${COMMAND_PATH}`, form, command);
  app.use(ROUTES_PATH, (request, response) => application.serveHttp(request, response));
  app.use((_request, response) => void response.status(404).end());
  app.use(statusOnly(logger));
  return app;
}

/** In a plugin, Mattermost sets these headers; here a client must not say who it is, and of its address only we do. */
const anonymous: RequestHandler = (request, _response, next) => {
  delete request.headers['mattermost-user-id'];
  delete request.headers['mattermost-plugin-id'];
  request.headers['x-forwarded-for'] = clientAddress(request);
  next();
};

const measured =
  ({httpRequests, httpSeconds}: EdgeDeps['metrics']): RequestHandler =>
  (request, response, next) => {
    const begin = performance.now();
    const route = routeOf(request.path);
    response.once('finish', () => {
      httpRequests.add({route, status: `${response.statusCode}`});
      httpSeconds.observe((performance.now() - begin) / 1000, {route});
    });
    next();
  };

/** What requests are counted by: a few fixed names, no matter what is asked for. The first that fits counts. */
const COUNTED = [WEBHOOK_PATH, COMMAND_PATH, HOST_PAGE_PATH, JOIN_PAGE_PATH, ACTIONS_PATH, API_PATH] as const;

const routeOf = (path: string): Route =>
  COUNTED.find((route) => path.startsWith(`${ROUTES_PATH}${route}`)) ??
  (path.startsWith(ROUTES_PATH) ? 'other' : 'operation');

const statusOnly =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (isStoreError(error)) {
      logger.error('The store failed', {route: routeOf(request.path), error: error.message});
      response.status(503).set('Retry-After', '30').end();
      return;
    }
    const status = (error as {status?: unknown}).status;
    const isTheirs = typeof status === 'number' && status >= 400 && status < 500;
    if (!isTheirs) logger.error('A request failed', {route: routeOf(request.path), error: String(error)});
    if (response.headersSent) next(error);
    else response.status(isTheirs ? status : 500).end();
  };
