import express, {type ErrorRequestHandler, type Express} from 'express';
import {ApiError} from '../../../server/protocol/api-error.js';
import type {State} from '../state.js';
import type {RestRoute} from './call.js';
import {RestError} from './rest-error.js';

/** The header in which the site says who is signed in; a client's own never gets this far. */
export const SEAT_HEADER = 'x-sandbox-user';

/**
 * The part of Mattermost's REST API that a web client needs, in its own paths and shapes.
 * Source: https://developers.mattermost.com/api-documentation/
 */
export function createRest(state: State, routes: readonly RestRoute[]): Express {
  const app = express().disable('x-powered-by').disable('etag');
  app.use(express.json({limit: '1mb', strict: false}));
  for (const {method, path, status = 200, run} of routes) {
    app[method](`/api/v4${path}`, async (request, response) => {
      const user = state.users.get(request.get(SEAT_HEADER) ?? '');
      if (user === undefined) {
        throw new RestError(
          401,
          'api.context.session_expired.app_error',
          'Invalid or expired session, please login again.',
        );
      }
      const params = request.params as Record<string, string>;
      const answer: unknown = await run({user, params, query: request.query, body: request.body as unknown});
      response.status(status).json(answer);
    });
  }
  app.use((request) => {
    throw new RestError(404, 'api.context.404.app_error', `Sorry, ${request.path} is not there.`);
  });
  app.use(explain);
  return app;
}

const explain: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const isKnown = error instanceof RestError || error instanceof ApiError;
  const status = isKnown ? (error.status ?? 500) : 500;
  const id = isKnown ? error.id : 'app.error';
  response
    .status(status)
    .json({id, message: error instanceof Error ? error.message : '', status_code: status});
};
