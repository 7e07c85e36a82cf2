import cors from 'cors';
import type {RequestHandler} from 'express';

/**
 * Lets the web app on Mattermost's page ask us, and no page of anybody else. No cookie is ever sent along or looked at.
 * `origin` '': nobody.
 */
export function allowOrigin(origin: string): RequestHandler {
  const allow = cors({
    origin: (asking, decide) => decide(null, origin !== '' && asking === origin && origin),
    allowedHeaders: ['Authorization', 'Content-Type', 'X-Requested-With'],
    methods: ['GET', 'POST'],
    maxAge: 600,
  });
  return (request, response, next) => {
    response.vary('Origin');
    allow(request, response, next);
  };
}
