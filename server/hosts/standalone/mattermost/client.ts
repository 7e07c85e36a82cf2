import mattermost from '@mattermost/client';
import type {Client4} from '@mattermost/client';
import type {Clock} from '../../../core/ports/clock.js';
import {createAgents} from '../../../network/create-agents.js';
import type {FindProxy} from '../../../network/find-proxy.js';
import {createHttpClient} from '../../../network/http-client.js';
import {meaningOf} from '../../chat-answers.js';
import {RestError} from './rest-error.js';
import {type RestRequest, sendRest} from './send-rest.js';

export interface MattermostAccess {
  /** Without a slash at the end. */
  url: string;
  token: string;
  /** The proxy on the way to it. */
  findProxy: FindProxy;
}

export interface MattermostClient {
  /** Mattermost's own client. Its calls reject with `RestError`. */
  api: Client4;
  /** For calls that the client has no method for; `path` is below the Site URL. */
  send(path: string, request: RestRequest): Promise<unknown>;
}

/**
 * All calls of Mattermost's own client go through one function, which is replaced: the client's has no deadline, takes
 * `application/json; charset=utf-8` for text, and answers a proxy's error page with an error that has no status.
 * `shutOut` is called whenever Mattermost does not let the token in.
 */
export function createClient(
  {url, token, findProxy}: MattermostAccess,
  {clock, shutOut = () => undefined}: {clock: Clock; shutOut?: () => void},
): MattermostClient {
  const deps = {clock, http: createHttpClient(createAgents({keepAlive: true, findProxy}))};
  // A CommonJS module: named imports of its values fail at run time.
  const api = new mattermost.Client4();
  api.setUrl(url);
  api.setToken(token);
  api.setUserAgent('zoom-for-mattermost');
  api.logToConsole = false;
  const sendWithToken = async (target: string, request: RestRequest) => {
    try {
      return await sendRest(deps, target, api.getOptions(request));
    } catch (error) {
      if (error instanceof RestError && meaningOf(error) === 'shut-out') shutOut();
      throw error;
    }
  };
  Object.assign(api, {doFetchWithResponse: sendWithToken});
  return {api, send: async (path, request) => (await sendWithToken(`${url}${path}`, request)).data};
}
