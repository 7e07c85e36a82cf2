import type {RequestHandler} from 'express';
import type {Capabilities} from '../../core/domain/capabilities.js';
import {signedIn} from './acting-user.js';
import {jsonOnly} from './json-only.js';
import {neverStored} from './never-stored.js';
import {readBody} from './read-body.js';

/** The whole HTTP surface below `/plugins/zoom`. What is not here is 404; another method is 405. */
export interface Route {
  method: 'get' | 'post';
  path: string;
  /** In order; the first one that answers ends it. */
  guards: readonly RequestHandler[];
  handlers: readonly RequestHandler[];
}

export interface RouteHandlers {
  webhook: readonly RequestHandler[];
  startMeeting: RequestHandler;
  startLink: RequestHandler;
  client: RequestHandler;
  startAsHost: RequestHandler;
  startAnother: RequestHandler;
  setPreference: RequestHandler;
  /** The guard of what only system administrators may. */
  systemAdmin: RequestHandler;
  adminSetup: RequestHandler;
  adminTest: RequestHandler;
}

const person = [neverStored, signedIn];
const smallJson = [jsonOnly, readBody(64 * 1024)];

// prettier-ignore
export const createRoutes = (to: RouteHandlers, {sessions}: Capabilities): readonly Route[] => [
  {method: 'post', path: '/webhook',                       guards: [],                      handlers: to.webhook},
  {method: 'get',  path: '/api/v1/client',                 guards: person,                  handlers: [to.client]},
  {method: 'post', path: '/api/v1/meetings',               guards: [...person, ...smallJson], handlers: [to.startMeeting]},
  {method: 'post', path: '/api/v1/start-links',            guards: [...person, ...smallJson], handlers: [to.startLink]},
  {method: 'post', path: '/api/v1/actions/start-as-host',  guards: [...(sessions ? person : [neverStored]), ...smallJson], handlers: [to.startAsHost]},
  {method: 'post', path: '/api/v1/actions/start-another',  guards: [...(sessions ? person : [neverStored]), ...smallJson], handlers: [to.startAnother]},
  {method: 'post', path: '/api/v1/actions/set-preference', guards: [...(sessions ? person : [neverStored]), ...smallJson], handlers: [to.setPreference]},
  {method: 'get',  path: '/api/v1/admin/setup',            guards: [...person, to.systemAdmin], handlers: [to.adminSetup]},
  {method: 'post', path: '/api/v1/admin/test',             guards: [...person, to.systemAdmin, ...smallJson], handlers: [to.adminTest]},
];
