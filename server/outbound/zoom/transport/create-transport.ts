import {Agent as HttpAgent} from 'node:http';
import {Agent as HttpsAgent} from 'node:https';
import {isIP} from 'node:net';
import type {Readable} from 'node:stream';
import axios, {type AxiosRequestConfig} from 'axios';
import type {ZoomAddresses} from '../../../core/domain/zoom-addresses.js';
import type {Exchange, NotAnswered} from './exchange.js';
import {BLOCKED_ADDRESS, createPinnedLookup, type ResolveHost} from './pinned-lookup.js';
import {readAnswer} from './read-answer.js';
import type {ZoomRequest} from './zoom-request.js';

/** Sends one request and never rejects. */
export type Transport = (request: ZoomRequest, signal: AbortSignal) => Promise<Exchange>;

/** Shorter than any server keeps an idle connection, so that none is closed while a request is on its way. */
const IDLE_LIMIT_MS = 15_000;

/** Errors that say: somebody answers there, but it is not HTTP, or its compression is broken. */
const GARBLED = /^(HPE_|Z_|ERR_BROTLI|ERR__ERROR_FORMAT)/;

export function createTransport(addresses: ZoomAddresses, resolve: ResolveHost): Transport {
  const connections: AxiosRequestConfig = {
    httpAgent: new HttpAgent({keepAlive: true, timeout: IDLE_LIMIT_MS}),
    httpsAgent: new HttpsAgent({keepAlive: true, timeout: IDLE_LIMIT_MS}),
    ...(!addresses.allowInsecure && {lookup: createPinnedLookup(resolve)}),
  };
  return async (request, signal) => {
    const base = new URL(request.to === 'api' ? addresses.apiUrl : addresses.webUrl);
    if (!addresses.allowInsecure && !isNamedOverHttps(base)) {
      return {kind: 'not-answered', reason: 'blocked-address', code: BLOCKED_ADDRESS};
    }
    try {
      const config = {...connections, ...proxyRule(base), ...describe(request, base), signal};
      return await readAnswer(await axios.request<Readable>(config));
    } catch (error) {
      return notAnswered(error, signal.aborted);
    }
  };
}

/** `new URL` has brought every way to write an IP address into its plain form. */
const isNamedOverHttps = (base: URL): boolean =>
  base.protocol === 'https:' && isIP(base.hostname.replace(/^\[|\]$/g, '')) === 0;

/**
 * HTTPS_PROXY and NO_PROXY of the environment are honoured: the proxy resolves the name then, and sees a tunnel.
 * Plain http is for a site next door; a proxy would read the token.
 */
const proxyRule = (base: URL): AxiosRequestConfig => (base.protocol === 'http:' ? {proxy: false} : {});

function describe(request: ZoomRequest, base: URL): AxiosRequestConfig {
  return {
    method: request.method,
    url: base.href.replace(/\/$/, '') + request.path,
    headers: {
      Accept: 'application/json',
      'Accept-Encoding': 'gzip',
      'User-Agent': 'zoom-for-mattermost',
      Authorization: authorization(request),
      ...(request.body !== undefined && {'Content-Type': request.body.type}),
    },
    ...(request.body !== undefined && {data: Buffer.from(request.body.text)}),
    maxRedirects: 0,
    responseType: 'stream',
    validateStatus: () => true,
  };
}

function authorization(request: ZoomRequest): string {
  if (request.to === 'api') return `Bearer ${request.bearer.reveal()}`;
  const {user, password} = request.basic;
  return `Basic ${Buffer.from(`${user}:${password.reveal()}`).toString('base64')}`;
}

/** Nothing of the error but its code goes on: axios keeps the whole request, token included, in its errors. */
function notAnswered(error: unknown, isTimeUp: boolean): NotAnswered {
  const named = error instanceof Error && 'code' in error && typeof error.code === 'string';
  const code = named ? String(error.code) : 'unknown';
  if (isTimeUp) return {kind: 'not-answered', reason: 'timeout', code};
  if (code === BLOCKED_ADDRESS) return {kind: 'not-answered', reason: 'blocked-address', code};
  return {kind: 'not-answered', reason: GARBLED.test(code) ? 'not-http' : 'unreachable', code};
}
