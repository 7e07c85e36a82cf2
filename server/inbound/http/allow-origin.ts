import cors from 'cors';
import type {RequestHandler} from 'express';
import {JOIN_PAGE_PATH} from '../../../contract/routes.js';

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
    // The join page asks from its own origin.
    if (request.path.startsWith(`${JOIN_PAGE_PATH}/`)) return next();
    response.vary('Origin');
    allow(request, response, next);
  };
}
