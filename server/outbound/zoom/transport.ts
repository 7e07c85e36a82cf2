import {isIP} from 'node:net';
import type {Readable} from 'node:stream';
import type {AxiosRequestConfig, AxiosResponse} from 'axios';
import type {SecretText} from '../../core/domain/secret-text.js';
import type {ZoomAddresses} from '../../core/domain/zoom-addresses.js';
import type {Endpoint} from '../../core/ports/zoom/endpoint.js';
import {loadOnce} from '../../lib/load-once.js';
import {parseJson} from '../../lib/parse-json.js';
import {connectionFault} from '../../network/connection-fault.js';
import type {FindProxy} from '../../network/find-proxy.js';
import type {ProxyFault} from '../../network/proxy-error.js';
import {BLOCKED_ADDRESS, createPinnedLookup, type ResolveHost} from './transport/pinned-lookup.js';

interface Message {
  /** For the log: which call it is, and which of Zoom's limits it counts towards. */
  readonly log: {readonly endpoint: string; readonly rate?: Endpoint<never, unknown>['rate']};
  readonly method: Endpoint<never, unknown>['method'];
  /** Below the address that {@link ZoomRequest} names, from the slash on, with the query. */
  readonly path: string;
  readonly body?: {
    readonly type: 'application/json' | 'application/x-www-form-urlencoded';
    readonly text: string;
  };
}

/** What to send where. Only the configured API address ever gets a bearer token. */
export type ZoomRequest =
  | (Message & {readonly to: 'api'; readonly bearer: SecretText})
  | (Message & {readonly to: 'web'; readonly basic: {readonly id: string; readonly secret: SecretText}});

/** The result of one request. A failure is data here; what it means, and whether to ask again, is decided elsewhere. */
export type Exchange = Answered | NotAnswered;

export interface Answered {
  kind: 'answered';
  status: number;
  /** By name in lower case. */
  headers: Readonly<Record<string, string>>;
  /** `empty`: 202 or 204 without a body · `redirect`: a body that is not read. */
  content: {kind: 'json'; value: unknown} | {kind: 'empty' | 'not-json' | 'too-large' | 'redirect'};
}

type NotAnswered = {
  kind: 'not-answered';
  /** Node's name of the error, such as `ECONNRESET`, for the log. */
  code: string;
} & (
  | {reason: 'unreachable' | 'timeout' | 'blocked-address' | 'not-http' | 'certificate'}
  | {reason: 'proxy'; because: ProxyFault; proxy: string; status: number | undefined}
);

/** Sends one request and never rejects. */
export type Transport = (request: ZoomRequest, signal: AbortSignal) => Promise<Exchange>;

/** Errors which mean that something answers there, but not in HTTP, or with broken compression. */
const GARBLED = /^(HPE_|Z_|ERR_BROTLI|ERR__ERROR_FORMAT)/;

/** Zoom's largest answers are a few kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024;

const JSON_TYPE = /^application\/([\w.+-]+\+)?json\s*(;|$)/i;

/** Everything that this product knows about HTTP to Zoom. */
export function createTransport(
  addresses: ZoomAddresses,
  {resolve, findProxy}: {resolve: ResolveHost; findProxy: FindProxy},
): Transport {
  const lookup = addresses.allowInsecure ? {} : {lookup: createPinnedLookup(resolve)};
  const connections = {keepAlive: true, findProxy: proxyRule(addresses, findProxy)};
  // The first call loads it: a plugin that nobody uses holds a fifth less memory.
  const client = loadOnce(async () => {
    const [{createAgents}, {createHttpClient}] = await Promise.all([
      import('../../network/create-agents.js'),
      import('../../network/http-client.js'),
    ]);
    return createHttpClient(createAgents(connections));
  });
  return async (request, signal) => {
    const base = new URL(request.to === 'api' ? addresses.apiUrl : addresses.webUrl);
    if (!addresses.allowInsecure && !isNamedOverHttps(base)) {
      return {kind: 'not-answered', reason: 'blocked-address', code: BLOCKED_ADDRESS};
    }
    try {
      const config = {...lookup, ...describe(request, base), signal};
      return await readAnswer(await (await client())(config));
    } catch (error) {
      return notAnswered(error, signal.aborted);
    }
  };
}

/** `new URL` has brought every way to write an IP address into its plain form. */
const isNamedOverHttps = (base: URL): boolean =>
  base.protocol === 'https:' && isIP(base.hostname.replace(/^\[|\]$/g, '')) === 0;

/**
 * The proxy of the settings comes before that of the environment. It resolves the name, and sees a tunnel. Plain http
 * is for a site next door; a proxy would read the token.
 */
const proxyRule =
  ({proxy}: ZoomAddresses, findProxy: FindProxy): FindProxy =>
  (target) => {
    if (!target.isSecure) return undefined;
    return proxy ?? findProxy(target);
  };

function describe(request: ZoomRequest, base: URL): AxiosRequestConfig {
  return {
    method: request.method,
    url: base.href.replace(/\/$/, '') + request.path,
    headers: {
      Accept: 'application/json',
      'Accept-Encoding': 'gzip',
      Authorization: authorization(request),
      ...(request.body !== undefined && {'Content-Type': request.body.type}),
    },
    ...(request.body !== undefined && {data: Buffer.from(request.body.text)}),
  };
}

function authorization(request: ZoomRequest): string {
  if (request.to === 'api') return `Bearer ${request.bearer.reveal()}`;
  const {id, secret} = request.basic;
  return `Basic ${Buffer.from(`${id}:${secret.reveal()}`).toString('base64')}`;
}

/** Reads a body that may be read; rejects when the connection breaks on the way. */
async function readAnswer({status, headers: named, data}: AxiosResponse<Readable>): Promise<Answered> {
  const headers = Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  ) as Record<string, string>;
  const answered = {kind: 'answered' as const, status, headers};
  if (status >= 300 && status < 400) {
    data.destroy();
    return {...answered, content: {kind: 'redirect'}};
  }
  const body = await readBounded(data);
  if (body === undefined) return {...answered, content: {kind: 'too-large'}};
  if (body.length === 0 && (status === 202 || status === 204)) return {...answered, content: {kind: 'empty'}};
  return {...answered, content: readJson(headers['content-type'] ?? '', body)};
}

/** `undefined`: it is too long. */
async function readBounded(body: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (length > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** An answer that only calls itself JSON is none. */
function readJson(type: string, body: Buffer): Answered['content'] {
  const value = JSON_TYPE.test(type) ? parseJson(body) : undefined;
  return value === undefined ? {kind: 'not-json'} : {kind: 'json', value};
}

/** Only the error's code is passed on: axios keeps the whole request, token included, in its errors. */
function notAnswered(error: unknown, isTimeUp: boolean): NotAnswered {
  const fault = connectionFault(error);
  const {code} = fault;
  const failed = {kind: 'not-answered', code} as const;
  if (isTimeUp) return {...failed, reason: 'timeout'};
  if (fault.kind === 'proxy') {
    const {because, proxy, status} = fault;
    return {...failed, reason: 'proxy', because, proxy, status};
  }
  if (fault.kind === 'certificate') return {...failed, reason: 'certificate'};
  if (code === BLOCKED_ADDRESS) return {...failed, reason: 'blocked-address'};
  return {...failed, reason: GARBLED.test(code) ? 'not-http' : 'unreachable'};
}
