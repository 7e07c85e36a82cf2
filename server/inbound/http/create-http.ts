import express, {type ErrorRequestHandler, type Express, type RequestHandler} from 'express';
import type {Logger} from '../../core/ports/logger.js';
import {hasCode, isChatError, isStoreError} from '../../core/ports/port-error.js';
import type {Texts, Translate} from '../../core/ports/texts.js';
import {CHAT_TROUBLE} from '../chat-trouble.js';
import {type ApiProblem, sendProblem} from './api-problem.js';

/** Another version may run by then. */
const UNREADABLE_SECONDS = 300;
const STORE_SECONDS = 30;

export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  /** A GET that uses something up: a HEAD, which Express would answer alike, is refused. */
  onlyGet?: boolean;
  /** In order; the first one that answers ends it. */
  handlers: readonly RequestHandler[];
}

interface CreateHttpDeps {
  routes: readonly Route[];
  /** What every request passes. */
  first?: readonly RequestHandler[];
  logger: Logger;
  texts: Texts;
}

/**
 * The routes as an Express application. The caller learns nothing of an error but its status, and a plain sentence
 * where somebody has to act.
 */
export function createHttp({routes, first = [], ...deps}: CreateHttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  for (const handler of first) app.use(handler);
  for (const {method, path, handlers} of routes) {
    const allowed = routes.filter((route) => route.path === path).flatMap(methodsOf);
    app.use(path, (request, response, next) => {
      if (allowed.includes(request.method) || request.path !== '/') return next();
      response.status(405).set('Allow', allowed.join(', ')).end();
    });
    app[method](path, ...handlers);
  }
  app.use((_request, response) => {
    response.status(404).end();
  });
  app.use(answerFailure(deps));
  return app;
}

function methodsOf({method, onlyGet = false}: Route): string[] {
  if (method !== 'get') return [method.toUpperCase()];
  return onlyGet ? ['GET'] : ['GET', 'HEAD'];
}

/**
 * A mistake of ours is 500 without a word. While the store or Mattermost fails, the caller hears whether waiting alone
 * may help.
 */
const answerFailure =
  ({logger, texts}: Pick<CreateHttpDeps, 'logger' | 'texts'>): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    // Which record cannot be read stands in the log already.
    if (!hasCode(error, 'record-unreadable'))
      logger.error('A request failed', {path: request.path, error: String(error)});
    if (response.headersSent) return next(error);
    const problem = problemOf(error, texts(request.acceptsLanguages()[0] ?? ''));
    if (problem === undefined) response.status(500).end();
    else sendProblem(response, problem);
  };

/** `undefined`: nothing can be said that would help. */
function problemOf(error: unknown, translate: Translate): ApiProblem | undefined {
  if (hasCode(error, 'record-unreadable')) {
    return {
      code: 'record_unreadable',
      message: translate('store.unreadable'),
      retryAfter: UNREADABLE_SECONDS,
    };
  }
  if (isStoreError(error)) {
    return {code: 'store_unavailable', message: translate('api.storeUnavailable'), retryAfter: STORE_SECONDS};
  }
  return isChatError(error)
    ? {code: 'chat_unavailable', message: translate(CHAT_TROUBLE[error.code])}
    : undefined;
}
