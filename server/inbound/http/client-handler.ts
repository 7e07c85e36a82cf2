import type {RequestHandler} from 'express';
import type {ClientInfo} from '../../../contract/client-info.js';
import type {ClientView} from './client-view.js';
import {jsonRoute, type JsonRouteDeps, NO_BODY} from './json-route.js';

export interface ClientHandlerDeps extends JsonRouteDeps {
  clientView: ClientView;
}

/** `GET /api/v1/client`: what the web app's script has to know before it draws anything. */
export const clientHandler = (deps: ClientHandlerDeps): RequestHandler =>
  jsonRoute(NO_BODY, deps, async ({user}) => {
    const asking = await user();
    return {json: {...deps.clientView, is_admin: asking?.isSystemAdmin ?? false} satisfies ClientInfo};
  });
