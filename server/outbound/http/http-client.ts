import {Agent as HttpAgent} from 'node:http';
import {Agent as HttpsAgent} from 'node:https';
import type {Readable} from 'node:stream';
import axios, {type AxiosRequestConfig, type AxiosResponse} from 'axios';

/**
 * Sends a request as this product and resolves with any answer, its body unread. Redirects are not followed;
 * HTTPS_PROXY and NO_PROXY of the environment are honoured.
 *
 * @throws an axios error that carries the whole request, token included: nothing of it but its code may go on
 */
export type HttpClient = (request: AxiosRequestConfig) => Promise<AxiosResponse<Readable>>;

/** Shorter than any server keeps an idle connection, so that none is closed while a request is on its way. */
const IDLE_LIMIT_MS = 15_000;

/** Loaded with `import()` by its users: with it come axios and TLS, which nobody needs before the first request. */
export function createHttpClient({keepAlive}: {keepAlive: boolean}): HttpClient {
  const connections = keepAlive ? {keepAlive, timeout: IDLE_LIMIT_MS} : {keepAlive};
  const client = axios.create({
    httpAgent: new HttpAgent(connections),
    httpsAgent: new HttpsAgent(connections),
    headers: {'User-Agent': 'zoom-for-mattermost'},
    maxRedirects: 0,
    responseType: 'stream',
    validateStatus: () => true,
  });
  return (request) => client.request<Readable>(request);
}
