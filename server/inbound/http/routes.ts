import express, {type RequestHandler} from 'express';
import {signedIn} from './acting-user.js';

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

const smallJson = express.json({limit: '64kb'});

export const createRoutes = ({webhook, startAsHost}: RouteHandlers): readonly Route[] => [
  // method        path                                    who                 what
  {method: 'post', path: '/webhook', /*                 */ guards: [], /*   */ handlers: webhook},
  {
    method: 'post',
    path: '/api/v1/actions/start-as-host',
    guards: [signedIn],
    handlers: [smallJson, startAsHost],
  },
];
