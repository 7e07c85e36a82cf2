import type {RequestHandler} from 'express';
import {signedIn} from './acting-user.js';
import {jsonOnly} from './json-only.js';
import {readBody} from './read-body.js';

/** The whole HTTP surface below `/plugins/zoom`. What is not here is 404; another method is 405. */
export interface Route {
  method: 'post';
  path: string;
  /** In order; the first one that answers ends it. */
  guards: readonly RequestHandler[];
  handlers: readonly RequestHandler[];
}

export interface RouteHandlers {
  webhook: readonly RequestHandler[];
  startAsHost: RequestHandler;
}

const smallJson = [jsonOnly, readBody(64 * 1024)];

export const createRoutes = ({webhook, startAsHost}: RouteHandlers): readonly Route[] => [
  // method        path                                    who                 what
  {method: 'post', path: '/webhook', /*                 */ guards: [], /*   */ handlers: webhook},
  {
    method: 'post',
    path: '/api/v1/actions/start-as-host',
    guards: [signedIn],
    handlers: [...smallJson, startAsHost],
  },
];
