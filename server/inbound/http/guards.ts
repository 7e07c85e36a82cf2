import type {RequestHandler} from 'express';
import type {Capabilities} from '../../core/domain/capabilities.js';
import {countWebhook, type CountWebhookDeps} from '../webhooks/count-webhook.js';
import {
  webhookAddress,
  type WebhookGuardDeps,
  webhookSetUp,
  webhookSignature,
} from '../webhooks/webhook-guards.js';
import {signedIn, signedInOrPlugin} from './acting-user.js';
import {bodyUpTo} from './body-up-to.js';
import {jsonOnly} from './json-only.js';
import {neverStored} from './never-stored.js';
import {systemAdmin, type SystemAdminDeps} from './system-admin.js';

export interface GuardDeps extends SystemAdminDeps, CountWebhookDeps, WebhookGuardDeps {
  capabilities: Capabilities;
  /** Lets somebody through who is known: by a session, or by the pairing of their browser. */
  person: RequestHandler;
}

/** What stands before a route: the first guard that answers ends a request. */
export type GuardName = keyof ReturnType<typeof createGuards>;

export function createGuards(deps: GuardDeps) {
  return {
    neverStored,
    /** A session, where Mattermost vouches for one; elsewhere the route itself finds out who it is, or asks nobody. */
    session: deps.capabilities.sessions ? signedIn : pass,
    person: deps.person,
    /** Such a person, or a plugin in the name of one. */
    caller: deps.capabilities.sessions ? signedInOrPlugin(deps.settings.apiPlugins) : deps.person,
    /** A system administrator. */
    admin: systemAdmin(deps),
    webhookCounted: countWebhook(deps),
    webhookAddress: webhookAddress(deps),
    webhookSetUp: webhookSetUp(deps),
    /** JSON as it is, not packed. */
    json: jsonOnly,
    upTo64KiB: bodyUpTo(64 * 1024),
    upTo512KiB: bodyUpTo(512 * 1024),
    /** A picture in base64, and the words beside it. */
    upTo6MiB: bodyUpTo(6 * 1024 * 1024),
    webhookSignature: webhookSignature(deps),
  } satisfies Record<string, RequestHandler>;
}

const pass: RequestHandler = (_request, _response, next) => next();
