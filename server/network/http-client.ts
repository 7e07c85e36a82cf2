import type {Readable} from 'node:stream';
import axios, {type AxiosRequestConfig, type AxiosResponse} from 'axios';
import type {Agents} from './create-agents.js';

/**
 * Sends a request as this product and resolves with any answer, its body unread. Redirects are not followed.
 *
 * @throws an axios error that carries the whole request, token included: nothing of it but its code may go on, see
 * `connectionFault`
 */
export type HttpClient = (request: AxiosRequestConfig) => Promise<AxiosResponse<Readable>>;

/** Loaded with `import()` by its users: with it come axios and TLS, which nobody needs before the first request. */
export function createHttpClient(agents: Agents): HttpClient {
  const client = axios.create({
    ...agents,
    // The agents find the proxy.
    proxy: false,
    headers: {'User-Agent': 'zoom-for-mattermost'},
    maxRedirects: 0,
    responseType: 'stream',
    validateStatus: () => true,
  });
  return (request) => client.request<Readable>(request);
}
