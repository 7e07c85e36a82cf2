import type {RequestHandler} from 'express';
import {API, JOIN_IN_BROWSER_PATH, JOIN_PAGE_PATH} from '../../../contract/routes.js';
import type {Capabilities} from '../../core/domain/capabilities.js';
import {
  COMMAND_WORDS_PATH,
  CONNECT_PATH,
  CONNECTED_PATH,
  HOST_PAGE_PATH,
  WEBHOOK_PATH,
} from '../../core/domain/site.js';
import type {Operation} from '../../core/ports/zoom/operation.js';
import {OPERATION_NAMES, type OperationName, operations} from '../../core/ports/zoom/operations.js';
import {actionPath} from '../actions/action.js';
import {eventsRoute, type EventsRouteDeps} from '../api/events-route.js';
import {apiPageRoute, type DescriptionRoutesDeps, openApiRoute} from '../api/description-routes.js';
import {operationRoute, type OperationRouteDeps, pathOf, takesBody} from '../api/operation-route.js';
import {rawRoute, type RawRouteDeps} from '../api/raw-route.js';
import {receiveAction, type ReceiveActionDeps} from '../actions/receive-action.js';
import {type ActionDeps, ACTIONS} from '../actions/registry.js';
import {beginRoute, completeRoute} from '../connect/connect-routes.js';
import {beginByTicketRoute, parkRoute, ticketRoute, type TicketRoutesDeps} from '../connect/ticket-routes.js';
import {enterAsHost, type HostPageDeps, openHostPage} from '../host-page/host-page.js';
import {entryRoute, type EntryRouteDeps} from '../join-page/entry-route.js';
import {joinInBrowserRoute, type JoinInBrowserRouteDeps} from '../join-page/join-in-browser-route.js';
import {joinLinkRoute, type JoinLinkRouteDeps} from '../join-page/join-link-route.js';
import {joinShellRoute, type JoinShellDeps} from '../join-page/join-shell.js';
import {joinableRoute, type JoinableRouteDeps} from '../join-page/joinable-route.js';
import {pageScriptRoute} from '../join-page/page-script.js';
import {webhookRoute, type WebhookRouteDeps} from '../webhooks/webhook-route.js';
import {adminSetup, type AdminSetupDeps} from './admin-setup.js';
import {adminTest, type AdminTestDeps} from './admin-test.js';
import {adminWebhookSecret, type AdminWebhookSecretDeps} from './admin-webhook-secret.js';
import {browserLinkHandler, type BrowserLinkHandlerDeps} from './browser-link-handler.js';
import {claimPairing, type ClaimPairingDeps} from './claim-pairing.js';
import {clientHandler, type ClientHandlerDeps} from './client-handler.js';
import {commandWordsHandler, type CommandWordsDeps} from './command-words-handler.js';
import {
  cancelMeetingHandler,
  type CloseMeetingHandlerDeps,
  endMeetingHandler,
} from './close-meeting-handler.js';
import type {Route} from './create-http.js';
import {type ImportHandlersDeps, importMeetingHandler, listImportableHandler} from './import-handlers.js';
import {createGuards, type GuardDeps, type GuardName} from './guards.js';
import {invitationHandler, type InvitationHandlerDeps} from './invitation-handler.js';
import {streamUrlHandler, type StreamUrlHandlerDeps} from './stream-url-handler.js';
import {startLinkHandler, type StartLinkHandlerDeps} from './start-link-handler.js';
import {startMeetingHandler, type StartMeetingHandlerDeps} from './start-meeting-handler.js';

export type RouteDeps = GuardDeps &
  WebhookRouteDeps &
  StartMeetingHandlerDeps &
  StartLinkHandlerDeps &
  CloseMeetingHandlerDeps &
  ImportHandlersDeps &
  InvitationHandlerDeps &
  BrowserLinkHandlerDeps &
  StreamUrlHandlerDeps &
  JoinInBrowserRouteDeps &
  ReceiveActionDeps &
  ActionDeps &
  ClientHandlerDeps &
  CommandWordsDeps &
  HostPageDeps &
  AdminSetupDeps &
  AdminTestDeps &
  AdminWebhookSecretDeps &
  ClaimPairingDeps &
  OperationRouteDeps &
  RawRouteDeps &
  EventsRouteDeps &
  DescriptionRoutesDeps &
  TicketRoutesDeps &
  JoinShellDeps &
  JoinableRouteDeps &
  EntryRouteDeps &
  JoinLinkRouteDeps;

/**
 * Whom a route serves; everybody else is turned away, and nothing has happened.
 * zoom: who knows the secret of the webhook's address and signs with Zoom's · reader: somebody with a session where
 * Mattermost has them, elsewhere anybody (it is no secret) · person: by their session, or by a browser that is paired
 * with them · caller: such a person, or a plugin of the administrator's list in the name of one; whose thing it is,
 * and whether they may, the route finds out · admin: such a person who is a system administrator · presser: the person
 * for whom a button was signed · traveller: anybody is led on, to Zoom or to the join page as the person of their
 * session, or to Mattermost's login · returner: who began to connect, in the browser that they began in · holder: of a
 * ticket that we signed · pairer: a browser that wants to be somebody's, whose person says so elsewhere · visitor:
 * whoever opens the join page, on its own host alone (hostsApart); what the pass in the path is worth, the route finds
 * out
 */
export type Caller =
  | 'zoom'
  | 'reader'
  | 'person'
  | 'caller'
  | 'admin'
  | 'presser'
  | 'traveller'
  | 'returner'
  | 'holder'
  | 'pairer'
  | 'visitor';

interface RouteRow {
  who: Caller;
  method: Route['method'];
  /** Below our routes; what stands in braces differs. */
  path: string;
  /** Which hosts have it. */
  on: (capabilities: Capabilities) => boolean;
  /** In the order in which a request passes them. */
  guards: readonly GuardName[];
  to: (deps: RouteDeps) => RequestHandler;
}

const anyHost = (): boolean => true;
/** Mattermost serves our routes, and says whose a request is. */
const plugin = ({sessions}: Capabilities): boolean => sessions;
/** Browsers come to an address of our own. */
const service = ({sessions}: Capabilities): boolean => !sessions;
/** The way in for a host goes out by direct message. */
const ticketed = ({privatePosts}: Capabilities): boolean => !privatePosts;

// Mattermost names no Content-Type when it tells a plugin of a press; what it tells carries our own signature.
// prettier-ignore
const press = (action: (typeof ACTIONS)[number]): RouteRow =>
  ({who: 'presser',   on: anyHost,  method: 'post', path: actionPath(action),             guards: ['neverStored', 'session',                  'upTo64KiB'], to: (deps) => receiveAction(action, deps)});

/** What Zoom is asked for: a route for each row of that table. */
function operation(name: OperationName): RouteRow {
  const row: Operation = operations[name];
  const method = row.method.toLowerCase() as Route['method'];
  const body: readonly GuardName[] = takesBody(row) ? ['json', 'upTo64KiB'] : ['upTo64KiB'];
  const guards: readonly GuardName[] = ['neverStored', 'caller', ...(method === 'get' ? [] : body)];
  return {
    who: 'caller',
    on: anyHost,
    method,
    path: pathOf(row),
    guards,
    to: (deps) => operationRoute(name, deps),
  };
}

/** The whole HTTP surface below `/plugins/zoom`. What is not here is 404; another method is 405. */
// prettier-ignore
export const ROUTE_TABLE: readonly RouteRow[] = [
  {who: 'zoom',      on: anyHost,  method: 'post', path: WEBHOOK_PATH,                    guards: ['webhookCounted', 'webhookAddress', 'webhookSetUp', 'json', 'upTo512KiB', 'webhookSignature'], to: webhookRoute},
  {who: 'reader',    on: anyHost,  method: 'get',  path: API.client,                      guards: ['neverStored', 'session'],                              to: clientHandler},
  {who: 'person',    on: anyHost,  method: 'post', path: API.meetings,                    guards: ['neverStored', 'person',           'json', 'upTo64KiB'], to: startMeetingHandler},
  {who: 'person',    on: anyHost,  method: 'post', path: API.startLinks,                  guards: ['neverStored', 'person',           'json', 'upTo64KiB'], to: startLinkHandler},
  {who: 'person',    on: anyHost,  method: 'post', path: API.endMeeting,                  guards: ['neverStored', 'person',           'json', 'upTo64KiB'], to: endMeetingHandler},
  {who: 'person',    on: anyHost,  method: 'post', path: API.cancelMeeting,               guards: ['neverStored', 'person',           'json', 'upTo64KiB'], to: cancelMeetingHandler},
  {who: 'person',    on: anyHost,  method: 'get',  path: API.import,                      guards: ['neverStored', 'person'],                               to: listImportableHandler},
  {who: 'person',    on: anyHost,  method: 'post', path: API.import,                      guards: ['neverStored', 'person',           'json', 'upTo6MiB'],  to: importMeetingHandler},
  {who: 'person',    on: anyHost,  method: 'post', path: API.invitations,                 guards: ['neverStored', 'person',           'json', 'upTo64KiB'], to: invitationHandler},
  {who: 'person',    on: anyHost,  method: 'post', path: API.joinLinks,                   guards: ['neverStored', 'person',           'json', 'upTo64KiB'], to: browserLinkHandler},
  {who: 'person',    on: anyHost,  method: 'post', path: API.streamUrls,                  guards: ['neverStored', 'person',           'json', 'upTo64KiB'], to: streamUrlHandler},
  {who: 'caller',    on: anyHost,  method: 'post', path: `${API.zoom}/raw`,               guards: ['neverStored', 'caller',           'json', 'upTo64KiB'], to: rawRoute},
  {who: 'caller',    on: anyHost,  method: 'get',  path: API.events,                      guards: ['neverStored', 'caller'],                               to: eventsRoute},
  {who: 'reader',    on: anyHost,  method: 'get',  path: API.openapi,                     guards: ['neverStored', 'session'],                              to: openApiRoute},
  {who: 'reader',    on: anyHost,  method: 'get',  path: API.docs,                        guards: ['neverStored', 'session'],                              to: apiPageRoute},
  ...OPERATION_NAMES.map(operation),
  ...ACTIONS.map(press),
  {who: 'person',    on: plugin,   method: 'get',  path: COMMAND_WORDS_PATH,              guards: ['neverStored', 'person'],                               to: commandWordsHandler},
  {who: 'admin',     on: plugin,   method: 'get',  path: API.adminSetup,                  guards: ['neverStored', 'person', 'admin'],                      to: adminSetup},
  {who: 'admin',     on: plugin,   method: 'post', path: API.adminTest,                   guards: ['neverStored', 'person', 'admin',  'json', 'upTo64KiB'], to: adminTest},
  {who: 'admin',     on: plugin,   method: 'post', path: API.adminWebhookSecret,          guards: ['neverStored', 'person', 'admin',  'json', 'upTo64KiB'], to: adminWebhookSecret},
  {who: 'traveller', on: plugin,   method: 'get',  path: CONNECT_PATH,                    guards: ['neverStored'],                                         to: beginRoute},
  {who: 'traveller', on: plugin,   method: 'get',  path: JOIN_IN_BROWSER_PATH,            guards: ['neverStored'],                                         to: joinInBrowserRoute},
  {who: 'returner',  on: plugin,   method: 'get',  path: CONNECTED_PATH,                  guards: ['neverStored'],                                         to: completeRoute},
  {who: 'holder',    on: service,  method: 'get',  path: CONNECT_PATH,                    guards: ['neverStored'],                                         to: ticketRoute},
  {who: 'holder',    on: service,  method: 'post', path: CONNECT_PATH,                    guards: ['neverStored',                             'upTo64KiB'], to: beginByTicketRoute},
  {who: 'returner',  on: service,  method: 'get',  path: CONNECTED_PATH,                  guards: ['neverStored'],                                         to: parkRoute},
  {who: 'pairer',    on: service,  method: 'post', path: API.pairingClaim,                guards: ['neverStored',                     'json', 'upTo64KiB'], to: claimPairing},
  {who: 'holder',    on: ticketed, method: 'get',  path: HOST_PAGE_PATH,                  guards: ['neverStored'],                                         to: openHostPage},
  {who: 'holder',    on: ticketed, method: 'post', path: HOST_PAGE_PATH,                  guards: ['neverStored',                             'upTo64KiB'], to: enterAsHost},
  {who: 'visitor',   on: anyHost,  method: 'get',  path: `${JOIN_PAGE_PATH}/page.js`,     guards: ['neverStored'],                                         to: pageScriptRoute},
  {who: 'visitor',   on: anyHost,  method: 'get',  path: `${JOIN_PAGE_PATH}/{pass}`,      guards: ['neverStored'],                                         to: joinShellRoute},
  {who: 'visitor',   on: anyHost,  method: 'get',  path: `${JOIN_PAGE_PATH}/{pass}/meeting`, guards: ['neverStored'],                                      to: joinableRoute},
  {who: 'visitor',   on: anyHost,  method: 'post', path: `${JOIN_PAGE_PATH}/{pass}/entries`, guards: ['neverStored',                          'json', 'upTo64KiB'], to: entryRoute},
  {who: 'visitor',   on: anyHost,  method: 'post', path: `${JOIN_PAGE_PATH}/{pass}/links`, guards: ['neverStored',                            'json', 'upTo64KiB'], to: joinLinkRoute},
];

/** The routes of a host, each behind its guards. */
export function createRoutes(deps: RouteDeps): readonly Route[] {
  const guards = createGuards(deps);
  return ROUTE_TABLE.filter(({on}) => on(deps.capabilities)).map(
    ({who, method, path, guards: names, to}) => ({
      method,
      path: path.replaceAll(/\{(\w+)\}/g, ':$1'),
      onlyGet: who === 'traveller' || who === 'returner',
      handlers: [...names.map((name) => guards[name]), to(deps)],
    }),
  );
}
