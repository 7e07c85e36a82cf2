import {JOIN_PAGE_PATH} from '../../../../contract/routes.js';
import {JOB_KINDS} from '../../domain/job-kinds.js';
import {PRODUCT_VERSION} from '../../domain/product-version.js';
import {API_PATH, ACTIONS_PATH, COMMAND_PATH, HOST_PAGE_PATH, WEBHOOK_PATH} from '../../domain/site.js';
import {counter, gauge, histogram, type Metric} from './metric.js';

/** Of Zoom's API: the names of the endpoints (core/ports/zoom/endpoints.ts), and `token`. */
const ZOOM_CALLS: readonly string[] = [];

/** What a call comes to: an answer, or a kind of `ZoomProblem`. */
const ZOOM_RESULTS = [
  'ok',
  'unreachable',
  'proxy',
  'certificate',
  'not-zoom',
  'timeout',
  'unauthorized',
  'missing-scope',
  'forbidden',
  'refused',
  'invalid',
  'rate-limited',
  'server-error',
  'not-understood',
  'unsafe-link',
  'blocked-address',
  'not-connected',
] as const;

/**
 * accepted: Zoom need not send it again · late: the same, but it was signed so long ago that Zoom itself was asked ·
 * deferred: Zoom sends it again, as it was told to or did not wait · wrong-address, wrong-signature: refused ·
 * unusable: too large, or no JSON
 */
const WEBHOOK_RESULTS = [
  'accepted',
  'late',
  'deferred',
  'wrong-address',
  'wrong-signature',
  'unusable',
] as const;

/**
 * entered: somebody got what lets them in · waiting: the host has not started · asked: for a name or an address ·
 * refused: by their pass, or by what became of the meeting · limited: too many came · failed: Zoom, the store or
 * Mattermost
 */
const JOIN_RESULTS = ['entered', 'waiting', 'asked', 'refused', 'limited', 'failed'] as const;

const STORE_OPERATIONS = ['get', 'put', 'compareAndSet', 'delete'] as const;

/** Of requests to a service, the first that fits. operation: for its operator. */
const ROUTES = [
  WEBHOOK_PATH,
  COMMAND_PATH,
  HOST_PAGE_PATH,
  JOIN_PAGE_PATH,
  ACTIONS_PATH,
  API_PATH,
  'other',
  'operation',
] as const;

/** As many as we answer with. */
const HTTP_STATUSES: readonly `${number}`[] = [];

/** Every metric. docs/metrics.md says what each is good for; a test moves each of them. */
export const METRICS = {
  buildInfo: gauge({
    name: 'zoom_build_info',
    help: '1; the version, and what carries it',
    labels: {version: [PRODUCT_VERSION], host: ['plugin', 'service']},
  }),
  zoomCalls: counter({
    name: 'zoom_api_calls_total',
    help: 'Calls of Zoom’s API, its token endpoint included, and what they came to',
    labels: {endpoint: ZOOM_CALLS, result: ZOOM_RESULTS},
  }),
  zoomSeconds: histogram({
    name: 'zoom_api_call_seconds',
    help: 'Time that a call of Zoom’s API took, with its repetition',
    labels: {endpoint: ZOOM_CALLS},
  }),
  clockOffset: gauge({
    name: 'zoom_clock_offset_seconds',
    help: 'How far Zoom’s clock was ahead of ours in its last answer, in whole seconds of Zoom’s',
    labels: {},
  }),
  webhooks: counter({
    name: 'zoom_webhooks_total',
    help: 'Webhooks, and what became of them',
    labels: {result: WEBHOOK_RESULTS},
  }),
  webhookLast: gauge({
    name: 'zoom_webhook_last_timestamp_seconds',
    help: 'When the last authentic webhook came, of all nodes together',
    labels: {},
  }),
  commandSeconds: histogram({
    name: 'zoom_command_seconds',
    help: 'Time until a slash command was answered',
    labels: {},
  }),
  meetingsStarted: counter({
    name: 'zoom_meetings_started_total',
    help: 'Meetings that were created and whose card was posted',
    labels: {},
  }),
  cardsOpen: gauge({
    name: 'zoom_cards_open',
    help: 'Cards of meetings that are not over, of all nodes together, a minute ago at most',
    labels: {},
  }),
  joinEntries: counter({
    name: 'zoom_join_page_entries_total',
    help: 'How often somebody pressed Join meeting on the join page, and what came of it',
    labels: {result: JOIN_RESULTS},
  }),
  jobsDue: gauge({
    name: 'zoom_jobs_due',
    help: 'Work that was put off and whose time has come, of all nodes together',
    labels: {},
  }),
  jobsOldest: gauge({
    name: 'zoom_jobs_oldest_due_seconds',
    help: 'For how long the oldest of it has been due; 0 where nothing is',
    labels: {},
  }),
  jobsDone: counter({
    name: 'zoom_jobs_done_total',
    help: 'Work that was put off and is done',
    labels: {kind: JOB_KINDS},
  }),
  jobsGivenUp: counter({
    name: 'zoom_jobs_given_up_total',
    help: 'Work that was put off and given up',
    labels: {kind: JOB_KINDS},
  }),
  storeSeconds: histogram({
    name: 'zoom_store_operation_seconds',
    help: 'Time that a read or a write of the store took',
    labels: {operation: STORE_OPERATIONS},
  }),
  storeErrors: counter({
    name: 'zoom_store_errors_total',
    help: 'Reads and writes that the store did not carry out',
    labels: {operation: STORE_OPERATIONS},
  }),
  httpRequests: counter({
    name: 'zoom_http_requests_total',
    help: 'Requests that were answered',
    labels: {route: ROUTES, status: HTTP_STATUSES},
    on: 'service',
  }),
  httpSeconds: histogram({
    name: 'zoom_http_request_seconds',
    help: 'Time until a request was answered',
    labels: {route: ROUTES},
    on: 'service',
  }),
  mattermostConnected: gauge({
    name: 'zoom_mattermost_connected',
    help: '1 while Mattermost answers the bot',
    labels: {},
    on: 'service',
  }),
  websocketConnected: gauge({
    name: 'zoom_websocket_connected',
    help: '1 while the websocket to Mattermost is open',
    labels: {},
    on: 'service',
  }),
  websocketReconnects: counter({
    name: 'zoom_websocket_reconnects_total',
    help: 'How often the websocket to Mattermost was opened again',
    labels: {},
    on: 'service',
  }),
  teamsWithoutCommand: gauge({
    name: 'zoom_teams_without_command',
    help: 'Teams of the bot where /zoom could not be registered',
    labels: {},
    on: 'service',
  }),
} as const satisfies Record<string, Metric>;

export type Route = (typeof ROUTES)[number];
export type WebhookResult = (typeof WEBHOOK_RESULTS)[number];
export type JoinResult = (typeof JOIN_RESULTS)[number];
export type ZoomResult = (typeof ZOOM_RESULTS)[number];
