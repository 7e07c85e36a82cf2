import express, {type ErrorRequestHandler, type Express, type RequestHandler} from 'express';
import type {Logger} from '../../core/ports/logger.js';
import type {Route} from './routes.js';

interface CreateHttpDeps {
  routes: readonly Route[];
  /** What every request passes. */
  first?: readonly RequestHandler[];
  logger: Logger;
}

/** The routes as an Express application. Nothing about errors but their status reaches the caller. */
export function createHttp({routes, first = [], logger}: CreateHttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  for (const handler of first) app.use(handler);
  for (const {method, path, guards, handlers} of routes) {
    const allowed = routes.filter((route) => route.path === path).flatMap(methodsOf);
    app.use(path, (request, response, next) => {
      if (allowed.includes(request.method) || request.path !== '/') return next();
      response.status(405).set('Allow', allowed.join(', ')).end();
    });
    app[method](path, ...guards, ...handlers);
  }
  app.use((_request, response) => {
    response.status(404).end();
  });
  app.use(statusOnly(logger));
  return app;
}

const methodsOf = ({method}: Route): string[] =>
  method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()];

const statusOnly =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    logger.error('A request failed', {path: request.path, error: String(error)});
    if (response.headersSent) next(error);
    else response.status(500).end();
  };
