import express, {type Express, type Request, type Response} from 'express';
import type {FaultQueue} from '../faults/create-fault-queue.js';
import {spoilExchange} from '../faults/spoil-exchange.js';
import {isGrantType, type RequestedGrant} from '../oauth/grant-types.js';
import type {SimulatorState} from '../state/create-state.js';
import {type Answer, Refusal} from './answer.js';
import type {ApiCall} from './api-call.js';
import {authenticate, requireScope} from './authenticate.js';
import type {RateLimiter} from './rate-limits.js';
import {refusals} from './refusals.js';
import type {RecordedRequest} from './request-log.js';
import type {ApiRoute} from './api-route.js';
import {API_ROUTES, OAUTH_ROUTES, type RouteName} from './routes.js';

type OAuthRoute = (typeof OAUTH_ROUTES)[keyof typeof OAUTH_ROUTES];

interface ApiParts {
  state: SimulatorState;
  limiter: RateLimiter;
  faults: FaultQueue;
  endMeeting: (number: number) => unknown;
  emit: ApiCall['emit'];
  /** The simulator's own address. */
  url: string;
  /** Gets every request, oldest first. */
  requests: RecordedRequest[];
}

/** Puts the simulated part of Zoom's web and API addresses on the app. */
export function mountApi(app: Express, parts: ApiParts): void {
  const handle = (name: RouteName | undefined, answer: (request: Request) => Promise<Answer>) =>
    handleWith(parts, name, answer);

  app.use(['/oauth', '/v2'], express.raw({type: () => true, limit: '1mb'}));
  for (const [name, {path, answer}] of Object.entries(OAUTH_ROUTES) as [RouteName, OAuthRoute][]) {
    app.post(
      path,
      handle(name, async (request) => answer(readCall(parts, request))),
    );
  }
  for (const [name, route] of Object.entries(API_ROUTES) as [RouteName, ApiRoute][]) {
    app[route.method](
      route.path,
      handle(name, (request) => answerSigned(parts, route, request)),
    );
  }
  app.use(
    ['/oauth', '/v2'],
    handle(undefined, async () => {
      throw refusals.notAPage();
    }),
  );
}

async function answerSigned(parts: ApiParts, route: ApiRoute, request: Request): Promise<Answer> {
  if (request.query.access_token !== undefined) throw refusals.tokenInQuery();
  const caller = await authenticate(parts.state, request.get('authorization'));
  const headers = parts.limiter.countCall(route.label);
  const {scopes} = route;
  const reach = requireScope(caller, scopes);
  const answer = route.answer({...readCall(parts, request), caller, reach, scopes});
  return {...answer, headers: {...headers, ...answer.headers}};
}

function handleWith(
  parts: ApiParts,
  name: RouteName | undefined,
  answer: (request: Request) => Promise<Answer>,
) {
  const {state, faults, requests} = parts;
  return async (request: Request, response: Response): Promise<void> => {
    const recorded = describe(state, name, request);
    requests.push(recorded);
    state.changed();
    response.on('finish', () => {
      recorded.status = response.statusCode;
      state.changed();
    });
    const carryOut = (): Promise<Answer> => answer(request).catch(answerOfRefusal);
    const send = ({status, body, headers = {}}: Answer): void => {
      response
        .status(status)
        .set({'x-zm-trackingid': `v=2.0;clid=sim;rid=${state.ids.opaque()}`, ...headers});
      if (body === undefined) response.end();
      else response.json(body);
    };
    const fault = name && faults.take(name, recorded.grant);
    if (fault === undefined) send(await carryOut());
    else await spoilExchange({request, response, clock: state.clock, carryOut, send}, fault);
  };
}

function answerOfRefusal(error: unknown): Answer {
  if (error instanceof Refusal) return error.answer;
  throw error;
}

function readCall({state, emit, limiter, endMeeting, url}: ApiParts, request: Request): ApiCall {
  const id = request.params.id;
  return {
    state,
    emit,
    limiter,
    endMeeting,
    url,
    authorization: request.get('authorization'),
    id: typeof id === 'string' ? id : '',
    json: readJson(request, bodyText(request)),
    form: readForm(request),
  };
}

function readForm(request: Request): URLSearchParams {
  const isForm = request.is('application/x-www-form-urlencoded') !== false;
  const query = request.originalUrl.split('?')[1] ?? '';
  const body = isForm ? bodyText(request) : '';
  return new URLSearchParams([query, body].filter((part) => part !== '').join('&'));
}

function requestedGrant(request: Request): RequestedGrant {
  const grant = readForm(request).get('grant_type') ?? '';
  return isGrantType(grant) ? grant : 'other';
}

const bodyText = (request: Request): string => (Buffer.isBuffer(request.body) ? request.body.toString() : '');

function readJson(request: Request, text: string): unknown {
  if (text === '' || request.is('json') === false) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refusals.notReadable();
  }
}

function describe(state: SimulatorState, route: RouteName | undefined, request: Request): RecordedRequest {
  const scheme = request.get('authorization')?.split(' ')[0]?.toLowerCase();
  const text = bodyText(request);
  return {
    at: state.clock.now(),
    route,
    method: request.method,
    path: request.originalUrl.replace(/^(\/oauth\/[^?]*).*/, '$1'),
    authorization: scheme === 'bearer' || scheme === 'basic' ? scheme : 'none',
    grant: route === 'token' ? requestedGrant(request) : undefined,
    body: request.is('json') === 'json' && text !== '' ? parsed(text) : undefined,
    status: undefined,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
