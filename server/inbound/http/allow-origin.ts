import type {RequestHandler} from 'express';

/**
 * Lets the web app on Mattermost's page ask us, and no page of anybody else. No cookie is ever sent along or looked at.
 * `origin` '': nobody.
 */
export const allowOrigin =
  (origin: string): RequestHandler =>
  (request, response, next) => {
    response.vary('Origin');
    if (origin === '' || request.get('Origin') !== origin) return next();
    response.set({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Requested-With',
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Max-Age': '600',
    });
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };
