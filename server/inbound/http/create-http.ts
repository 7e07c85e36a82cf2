import express, {type ErrorRequestHandler, type Express, type Request, type RequestHandler} from 'express';
import type {Logger} from '../../core/ports/logger.js';
import {hasCode} from '../../core/ports/port-error.js';
import type {TextKey, Texts} from '../../core/ports/texts.js';
import {sendProblem} from './api-problem.js';
import {portProblem} from './port-problem.js';
import {PROBLEMS} from './problem-codes.js';
import {isRefusal, refusal, type RefusalCode} from './refusal.js';

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
      response.set('Allow', allowed.join(', '));
      next(refusal('method_not_allowed'));
    });
    app[method](path, ...handlers);
  }
  app.use((_request, _response, next) => next(refusal('no_such_route')));
  app.use(answerFailure(deps));
  return app;
}

function methodsOf({method, onlyGet = false}: Route): string[] {
  if (method !== 'get') return [method.toUpperCase()];
  return onlyGet ? ['GET'] : ['GET', 'HEAD'];
}

/**
 * A mistake of ours is 500 without details. While the store or Mattermost fails, the caller hears whether waiting alone
 * may help. Only what asks for the API hears more than a status: the rest are browsers, and Zoom.
 */
const answerFailure =
  ({logger, texts}: Pick<CreateHttpDeps, 'logger' | 'texts'>): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const code = refusalOf(error);
    // Which record cannot be read stands in the log already.
    if (code === undefined && !hasCode(error, 'record-unreadable'))
      logger.error('A request failed', {route: routeOf(request), error: String(error)});
    if (response.headersSent) return next(error);
    const translate = texts(request.acceptsLanguages()[0] ?? '');
    const problem =
      code === undefined ? portProblem(error, translate) : {code, message: translate(REFUSED[code])};
    const isOfApi = request.path.startsWith('/api/');
    if (problem !== undefined && (isOfApi || code === undefined)) sendProblem(response, problem);
    else if (isOfApi) sendProblem(response, {code: 'failed', message: translate('api.failed')});
    else response.status(PROBLEMS[code ?? 'failed'].status).end();
  };

/** As it stands in our table: what lets people in by the join page is part of a path, and of no log. */
function routeOf({route}: Request): string {
  const matched: unknown = route;
  const isNamed = typeof matched === 'object' && matched !== null && 'path' in matched;
  return isNamed ? String(matched.path) : 'none';
}

/** What is no fault of ours. Express throws what it cannot decode in a path. */
function refusalOf(error: unknown): RefusalCode | undefined {
  if (isRefusal(error)) return error.refused;
  return isUndecodable(error) ? 'bad_request' : undefined;
}

/** Express gives them the status of the request's own fault. */
const isUndecodable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === 400;

const REFUSED = {
  bad_request: 'api.badRequest',
  body_too_large: 'api.tooLarge',
  method_not_allowed: 'api.otherMethod',
  no_such_route: 'api.noRoute',
  not_json: 'api.notJson',
  not_signed_in: 'api.notSignedIn',
} as const satisfies Record<RefusalCode, TextKey>;
