import type {RequestHandler} from 'express';
import getRawBody from 'raw-body';
import {refusal} from './refusal.js';

/**
 * Collects the body into `request.body`, a Buffer. More than `limit` bytes are answered with 413 at once, and the rest
 * is not read: Express' own parsers would first wait for the end of a body that may have none.
 */
export const bodyUpTo =
  (limit: number): RequestHandler =>
  async (request, _response, next) => {
    const length = request.get('Content-Length');
    try {
      request.body = await getRawBody(request, {limit, length: length ?? null});
    } catch (error) {
      const {status} = error as Partial<getRawBody.RawBodyError>;
      // The connection's own errors have none.
      if (status === undefined || status >= 500) throw error;
      return next(refusal(status === 413 ? 'body_too_large' : 'bad_request'));
    }
    next();
  };
