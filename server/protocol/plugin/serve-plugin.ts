import {systemClock} from '../../lib/system-clock.js';
import type {Broker} from '../../wire/goplugin/broker.js';
import {servePlugin as serveGoPlugin, type PluginOptions} from '../../wire/goplugin/plugin.js';
import {createRpcClient} from '../../wire/netrpc/client.js';
import {serveRpc} from '../../wire/netrpc/server.js';
import {hooksService, mattermostCookie} from '../handshake.js';
import {hooks} from '../hooks.js';
import {registeredTypes} from '../registered-types.js';
import {answerRpc} from '../rpc-table.js';
import {createApiClient, type ApiClient} from './api-client.js';
import {createHookFunctions, type HookEnvironment} from './hook-functions.js';
import type {MattermostPlugin} from './mattermost-plugin.js';

/** What the hooks of a plugin need besides the connection, and where that comes from. */
export interface ServePluginOptions
  extends Pick<PluginOptions, 'env' | 'stdout' | 'stderr'>, Pick<HookEnvironment, 'report' | 'calls'> {}

/**
 * Why the process should end now: the server said so, the server is gone, only its plugin API is (it could not
 * encode an answer), or there was no server in the first place.
 */
export type PluginEnd = Awaited<ReturnType<typeof serveGoPlugin>> | 'api-lost';

/** The API ends together with the connection, but may be seen to end a little before it. */
const connectionEndMs = 1000;

const named = registeredTypes;

/** Runs this process as a plugin of a Mattermost server. The first line to it is written at once. */
export function servePlugin(
  plugin: MattermostPlugin,
  {report, calls, ...options}: ServePluginOptions,
): Promise<PluginEnd> {
  return new Promise((resolve, reject) => {
    const apiLost = (): void => void systemClock.after(connectionEndMs, () => resolve('api-lost'));
    const dispense = (broker: Broker) => {
      const connectApi = (apiId: number, driverId: number) => dialApi(broker, apiId, driverId, apiLost);
      const functions = createHookFunctions(plugin, {broker, report, calls, connectApi});
      const lookup = answerRpc(hooks, functions);
      return {
        [hooksService]: (stream: Parameters<typeof serveRpc>[0]) => void serveRpc(stream, lookup, {named}),
      };
    };
    serveGoPlugin({...options, cookie: mattermostCookie, dispense}).then(resolve, reject);
  });
}

async function dialApi(
  broker: Broker,
  apiId: number,
  driverId: number,
  onLost: () => void,
): Promise<ApiClient> {
  // Never used, but the server waits 5 s for somebody to dial its database.
  broker.dial(driverId).catch(() => undefined);
  const client = createRpcClient(await broker.dial(apiId), {named});
  void client.closed.then(onLost);
  return createApiClient(client);
}
