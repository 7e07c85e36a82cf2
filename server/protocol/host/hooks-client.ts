import type {Broker} from '../../wire/goplugin/broker.js';
import type {RpcClient} from '../../wire/netrpc/client.js';
import {toApiError} from '../api-error.js';
import {hooks} from '../hooks.js';
import type {CommandArgs, CommandResponse} from '../models/command.js';
import type {Context} from '../models/context.js';
import type {FileData} from '../models/file-data.js';
import type {Post} from '../models/post.js';
import type {User} from '../models/user.js';
import {createRpcFunctions} from '../rpc-table.js';
import {sendHttp, type HttpCall} from '../serve-http/send-http.js';

/** A plugin as the server sees it. Hooks reject with `ApiError` when the plugin says no. */
export interface PluginHooks {
  implemented(): Promise<ReadonlySet<string>>;
  /** The ids under which the plugin finds the API and the (unused) database. */
  activate(apiId: number, driverId: number): Promise<void>;
  deactivate(): Promise<void>;
  configurationChanged(): Promise<void>;
  executeCommand(args: CommandArgs, context?: Context): Promise<CommandResponse>;
  generateSupportData(): Promise<readonly FileData[]>;
  userHasBeenDeactivated(user: User): Promise<void>;
  messageHasBeenPosted(post: Post): Promise<void>;
  serveHttp(call: HttpCall): Promise<void>;
  serveMetrics(call: HttpCall): Promise<void>;
}

export function createHooksClient(client: RpcClient, broker: Broker): PluginHooks {
  const call = createRpcFunctions(hooks, client);
  const orThrow = (failure: unknown): void => {
    const error = toApiError(failure);
    if (error !== undefined) throw error;
  };
  return {
    implemented: async () => new Set(await call.Implemented({})),
    activate: async (apiId, driverId) =>
      orThrow((await call.OnActivate({APIMuxId: apiId, DriverMuxId: driverId})).A),
    deactivate: async () => orThrow((await call.OnDeactivate({})).A),
    configurationChanged: async () => orThrow((await call.OnConfigurationChange({})).A),
    executeCommand: async (args, context = {}) => {
      const {A: response, B: failure} = await call.ExecuteCommand({A: context, B: args});
      orThrow(failure);
      return response ?? {};
    },
    generateSupportData: async () => {
      const {A: files, B: failure} = await call.GenerateSupportData({A: {}});
      orThrow(failure);
      return files ?? [];
    },
    userHasBeenDeactivated: async (user) => void (await call.UserHasBeenDeactivated({A: {}, B: user})),
    messageHasBeenPosted: async (post) => void (await call.MessageHasBeenPosted({A: {}, B: post})),
    serveHttp: (httpCall) => sendHttp(broker, call.ServeHTTP, httpCall),
    serveMetrics: (httpCall) => sendHttp(broker, call.ServeMetrics, httpCall),
  };
}
