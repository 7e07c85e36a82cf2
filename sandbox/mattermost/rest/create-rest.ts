import type {IncomingMessage, ServerResponse} from 'node:http';
import express, {type ErrorRequestHandler, type Express, type Request, type Response} from 'express';
import {ApiError} from '../../../server/protocol/api-error.js';
import type {RestCallRecord} from '../records.js';
import {VERSION_ID} from '../server-version.js';
import {newId, type State} from '../state.js';
import {type AnonymousCall, PlainAnswer, type RestRoute} from './call.js';
import {RestError} from './rest-error.js';
import type {FaultyPassage} from './rest-faults.js';

/** Whose request it is, which the site has found out. */
export interface Asker {
  /** `undefined`: nobody who is signed in. */
  userId: string | undefined;
  seatPath: string;
}

export type Rest = (request: IncomingMessage, response: ServerResponse, asker: Asker) => void;

/**
 * The part of Mattermost's REST API that a web client and a service need, in its own paths and shapes.
 * Source: https://developers.mattermost.com/api-documentation/
 */
export function createRest(state: State, routes: readonly RestRoute[], faults: FaultyPassage): Rest {
  const askers = new WeakMap<IncomingMessage, Asker>();
  const app = express().disable('x-powered-by').disable('etag');
  readBodies(app);
  for (const route of routes) {
    const {method, path, status = 200} = route;
    const name = `${method.toUpperCase()} ${path}`;
    faults.know(name);
    app[method](path.startsWith('/hooks/') ? path : `/api/v4${path}`, async (request, response) => {
      const call: RestCallRecord = {method: method.toUpperCase(), path, status: 0};
      faults.note(call);
      response.locals['answered'] = (answered: number): void => {
        call.status = answered;
        state.changes.tell({kind: 'rest-call', call});
      };
      const asker = askers.get(request) ?? {userId: undefined, seatPath: ''};
      const carryOut = async (): Promise<unknown> => run(state, route, request, asker);
      const outcome = await faults.pass(name, response, carryOut);
      if (outcome === 'no-answer') response.destroy();
      else send(response.set(outcome.headers ?? {}), outcome.status ?? status, outcome.answer);
    });
  }
  app.use((request) => {
    throw new RestError(404, 'api.context.404.app_error', `Sorry, ${request.path} is not there.`);
  });
  app.use(explain);
  return (request, response, asker) => {
    askers.set(request, asker);
    app(request, response);
  };
}

/** JSON, no matter what the client calls it, as on a real server; bytes where another form is expected. */
function readBodies(app: Express): void {
  const isBytes = ({url = '', headers}: IncomingMessage): boolean =>
    url.startsWith('/hooks/') ||
    /^(multipart\/|application\/octet-stream)/.test(headers['content-type'] ?? '');
  // Files have a limit of their own.
  app.use(express.raw({limit: '101mb', type: isBytes}));
  app.use(express.json({limit: '1mb', strict: false, type: (request) => !isBytes(request)}));
}

function run(state: State, route: RestRoute, request: Request, {userId, seatPath}: Asker): unknown {
  const call: AnonymousCall = {
    params: {...(request.params as Record<string, string>)},
    query: request.query,
    body: request.body as unknown,
    contentType: request.get('content-type') ?? '',
    userAgent: request.get('user-agent') ?? '',
    seatPath,
  };
  if ('runForAnybody' in route) return route.runForAnybody(call);
  const user = state.users.get(userId ?? '');
  if (user === undefined || user.delete_at !== 0) {
    throw new RestError(
      401,
      'api.context.session_expired.app_error',
      'Invalid or expired session, please login again.',
    );
  }
  const params = call.params['user_id'] === 'me' ? {...call.params, user_id: user.id} : call.params;
  return route.run({...call, params, user});
}

/** Without a charset, like the real server: its own client does not read anything else as JSON. */
function send(response: Response, status: number, answer: unknown): void {
  const {answered} = response.locals as {answered?: (status: number) => void};
  answered?.(status);
  const isPlain = answer instanceof PlainAnswer;
  response.statusCode = status;
  response.setHeader('Content-Type', isPlain ? answer.type : 'application/json');
  response.setHeader('X-Version-Id', VERSION_ID);
  response.setHeader('X-Request-Id', newId());
  response.end(isPlain ? answer.body : JSON.stringify(answer));
}

const explain: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const {status, id, message} = explained(error);
  send(response, status, {id, message, detailed_error: '', request_id: newId(), status_code: status});
};

function explained(error: unknown): {status: number; id: string; message: string} {
  const message = error instanceof Error ? error.message : '';
  if (error instanceof RestError || error instanceof ApiError) {
    return {status: error.status ?? 500, id: error.id, message};
  }
  // What express says of a body that it cannot read.
  const {status = 500} = (error ?? {}) as {status?: number};
  return {status, id: status === 500 ? 'app.error' : 'api.context.invalid_body_param.app_error', message};
}
