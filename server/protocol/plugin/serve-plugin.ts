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

/**
 * What a plugin takes from its process.
 *
 * - `env`, `stdout`, `stderr`: the process's own. Nothing else may ever be written to `stdout`, since the server reads
 *   the handshake there; each line on `stderr` becomes a line of the server's log.
 * - `report`: is told of failures that no caller waits for.
 * - `calls`: is given each command and request until it is answered. Count them where a stop must wait for them.
 *
 * @example Options that count nothing
 * ```ts
 * import type {ServePluginOptions} from './protocol/plugin/serve-plugin.js';
 *
 * export const options: ServePluginOptions = {
 *   env: process.env,
 *   stdout: process.stdout,
 *   stderr: process.stderr,
 *   report: (what, error) => process.stderr.write(`${what}: ${String(error)}\n`),
 *   calls: {add: (work) => work},
 * };
 * ```
 */
export interface ServePluginOptions
  extends Pick<PluginOptions, 'env' | 'stdout' | 'stderr'>, Pick<HookEnvironment, 'report' | 'calls'> {}

/**
 * Why the process should end now.
 *
 * - `quit`: the server said so
 * - `host-lost`: the server is gone
 * - `api-lost`: only its plugin API is gone, because it could not encode an answer
 * - `not-launched`: a person started the program by hand; it has told them so on `stderr`
 *
 * @example
 * ```ts
 * import type {PluginEnd} from './protocol/plugin/serve-plugin.js';
 *
 * export const exitCodeOf = (end: PluginEnd): number => (end === 'quit' ? 0 : 1);
 * ```
 */
export type PluginEnd = Awaited<ReturnType<typeof serveGoPlugin>> | 'api-lost';

/** The API ends together with the connection, but may be seen to end a little before it. */
const connectionEndMs = 1000;

const named = registeredTypes;

/**
 * Runs this process as a plugin of a Mattermost server. Resolves when the process should end, and it should end at
 * once: the server kills it 2 s after it has asked. Rejects with `GoPluginError` when no server can reach it.
 *
 * Call it early. The server waits 3 s for the first line, which is written before `plugin` does anything.
 *
 * @example A whole plugin, as `server/dist/plugin-linux-amd64` of a bundle runs it
 * ```ts
 * import {servePlugin} from './protocol/plugin/serve-plugin.js';
 *
 * const end = await servePlugin(
 *   {
 *     async onActivate(api) {
 *       await api.RegisterCommand({Trigger: 'echo', AutoComplete: true});
 *     },
 *     async executeCommand({Command}) {
 *       return {ResponseType: 'ephemeral', Text: Command};
 *     },
 *     serveHttp(request, response) {
 *       response.end(`Hello, ${request.headers['mattermost-user-id'] ?? 'stranger'}.`);
 *     },
 *   },
 *   {
 *     env: process.env,
 *     stdout: process.stdout,
 *     stderr: process.stderr,
 *     report: (what, error) => process.stderr.write(`${what}: ${String(error)}\n`),
 *     calls: {add: (work) => work},
 *   },
 * );
 * process.exit(end === 'quit' ? 0 : 1);
 * ```
 */
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
