import {createApiServer, type AroundCall, type ApiFunctions} from '../../server/protocol/host/api-server.js';
import {createHooksClient, type PluginHooks} from '../../server/protocol/host/hooks-client.js';
import {createApiClient} from '../../server/protocol/plugin/api-client.js';
import {createHookFunctions} from '../../server/protocol/plugin/hook-functions.js';
import type {MattermostPlugin} from '../../server/protocol/plugin/mattermost-plugin.js';
import {registeredTypes} from '../../server/protocol/registered-types.js';
import {answerRpc} from '../../server/protocol/rpc-table.js';
import {hooks} from '../../server/protocol/hooks.js';
import {createDuplexPair} from '../../server/protocol/serve-http/duplex-pair.js';
import {createRpcClient} from '../../server/wire/netrpc/client.js';
import {serveRpc} from '../../server/wire/netrpc/server.js';
import {createPairedBrokers} from './paired-brokers.js';

/** A plugin and its server in this process, with everything of the wire between them but the socket. */
export interface InProcessPlugin {
  readonly hooks: PluginHooks;
  /** What the plugin reported as failed. */
  readonly reports: string[];
}

const named = registeredTypes;

export function connectPlugin(plugin: MattermostPlugin): InProcessPlugin {
  const [hostBroker, pluginBroker] = createPairedBrokers();
  const [hostEnd, pluginEnd] = createDuplexPair();
  const reports: string[] = [];
  const functions = createHookFunctions(plugin, {
    broker: pluginBroker,
    report: (what) => void reports.push(what),
    calls: {add: (work) => work},
    connectApi: async () => Promise.reject(new Error('there is no API here')),
  });
  void serveRpc(pluginEnd, answerRpc(hooks, functions), {named});
  return {hooks: createHooksClient(createRpcClient(hostEnd, {named}), hostBroker), reports};
}

/** The plugin API of a server in this process. */
export function connectApi(functions: ApiFunctions, around: AroundCall = (_name, carryOut) => carryOut()) {
  const [hostEnd, pluginEnd] = createDuplexPair();
  void serveRpc(hostEnd, createApiServer(functions, around), {named});
  return createApiClient(createRpcClient(pluginEnd, {named}));
}
