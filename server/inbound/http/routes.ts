import type {RequestHandler} from 'express';
import type {Capabilities} from '../../core/domain/capabilities.js';
import {COMMAND_WORDS_PATH} from '../../core/domain/site.js';
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
  /** Only where Mattermost itself asks for them. */
  commandWords: RequestHandler;
  startAsHost: RequestHandler;
  startAnother: RequestHandler;
  setPreference: RequestHandler;
  /** Only where the host link goes out by direct message. */
  openHostPage: RequestHandler;
  enterAsHost: RequestHandler;
  /** The guard of what a person asks for: it answers whoever is none. */
  person: RequestHandler;
  /** Only where no session says who somebody is. */
  claimPairing: RequestHandler;
  /** The guard of what only system administrators may. */
  systemAdmin: RequestHandler;
  adminSetup: RequestHandler;
  adminTest: RequestHandler;
  adminWebhookSecret: RequestHandler;
}

const small = readBody(64 * 1024);
const smallJson = [jsonOnly, small];

// prettier-ignore
export function createRoutes(to: RouteHandlers, {sessions, privatePosts}: Capabilities): readonly Route[] {
  const person = [neverStored, to.person];
  // What Mattermost delivers without a session carries our own signature; what the script asks first is no secret.
  const unproved = sessions ? person : [neverStored];
  const admin = [...person, to.systemAdmin];
  // Mattermost names no Content-Type when it tells a plugin of a press.
  const press = [...unproved, small];
  return [
    {method: 'post', path: '/webhook',                       guards: [],                       handlers: to.webhook},
    {method: 'get',  path: '/api/v1/client',                 guards: unproved,                 handlers: [to.client]},
    {method: 'post', path: '/api/v1/meetings',               guards: [...person, ...smallJson], handlers: [to.startMeeting]},
    {method: 'post', path: '/api/v1/start-links',            guards: [...person, ...smallJson], handlers: [to.startLink]},
    {method: 'post', path: '/api/v1/actions/start-as-host',  guards: press,                    handlers: [to.startAsHost]},
    {method: 'post', path: '/api/v1/actions/start-another',  guards: press,                    handlers: [to.startAnother]},
    {method: 'post', path: '/api/v1/actions/set-preference', guards: press,                    handlers: [to.setPreference]},
    ...(privatePosts
      ? []
      : [
          {method: 'get',  path: '/host', guards: [neverStored],        handlers: [to.openHostPage]} as const,
          {method: 'post', path: '/host', guards: [neverStored, small], handlers: [to.enterAsHost]} as const,
        ]),
    ...(sessions
      ? [
          {method: 'get',  path: COMMAND_WORDS_PATH, guards: person, handlers: [to.commandWords]} as const,
          {method: 'get',  path: '/api/v1/admin/setup', guards: admin,                    handlers: [to.adminSetup]} as const,
          {method: 'post', path: '/api/v1/admin/test',  guards: [...admin, ...smallJson], handlers: [to.adminTest]} as const,
          {method: 'post', path: '/api/v1/admin/webhook-secret', guards: [...admin, ...smallJson], handlers: [to.adminWebhookSecret]} as const,
        ]
      : [
          {method: 'post', path: '/api/v1/pairings/claim', guards: [neverStored, ...smallJson], handlers: [to.claimPairing]} as const,
        ]),
  ];
}
