import type {RpcClient} from '../../wire/netrpc/client.js';
import {toApiError} from '../api-error.js';
import {
  fieldLetter,
  type ApiFields,
  type ApiMethod,
  type ApiParameters,
  type ApiResult,
} from '../api-method.js';
import {apiMethods, type ApiMethodName} from '../api-methods.js';

/**
 * Mattermost's plugin API. The methods are the rows of `server/protocol/api-methods.ts`, with Go's names and order of
 * parameters. A result is `undefined` where Go has its zero value: no bytes under a key, an empty list, `false`.
 *
 * Every method rejects with {@link ApiError} when Mattermost says no, and with the connection's own error when there is
 * no answer.
 *
 * @example Read a value, and tell "there is none" from "Mattermost said no"
 * ```ts
 * import {ApiError} from './protocol/api-error.js';
 * import type {ApiClient} from './protocol/plugin/api-client.js';
 *
 * export async function greetingOf(api: ApiClient): Promise<string | undefined> {
 *   try {
 *     const bytes = await api.KVGet('greeting');
 *     return bytes === undefined ? undefined : Buffer.from(bytes).toString();
 *   } catch (error) {
 *     if (error instanceof ApiError) throw new Error(`Mattermost answered ${error.status}: ${error.message}`);
 *     throw error;
 *   }
 * }
 * ```
 *
 * Source: https://pkg.go.dev/github.com/mattermost/mattermost/server/public/plugin#API
 */
export type ApiClient = {
  readonly [Name in ApiMethodName]: (
    ...parameters: ApiParameters<(typeof apiMethods)[Name]>
  ) => Promise<ApiResult<(typeof apiMethods)[Name]>>;
};

/**
 * The plugin API at the other end of a connection. {@link servePlugin} makes one and hands it to `onActivate`; call
 * this yourself only on a connection of your own, for example to a fake of Mattermost in a test.
 *
 * @example
 * ```ts
 * import type {Duplex} from 'node:stream';
 * import {type ApiClient, createApiClient} from './protocol/plugin/api-client.js';
 * import {registeredTypes} from './protocol/registered-types.js';
 * import {createRpcClient} from './wire/netrpc/client.js';
 *
 * export const apiOver = (connection: Duplex): ApiClient =>
 *   createApiClient(createRpcClient(connection, {named: registeredTypes}));
 * ```
 */
export function createApiClient(client: RpcClient): ApiClient {
  const methods = Object.entries(apiMethods).map(([name, method]) => [name, callOf(client, name, method)]);
  return Object.fromEntries(methods) as ApiClient;
}

function callOf(client: RpcClient, name: string, method: ApiMethod) {
  return async (...parameters: readonly unknown[]): Promise<unknown> => {
    const args = Object.fromEntries(parameters.map((value, index) => [fieldLetter(index), value]));
    const reply = (await client.call(`Plugin.${name}`, method.args, args)) as ApiFields;
    const failure = toApiError(method.failure === 'nothing' ? undefined : reply[method.result ? 'B' : 'A']);
    if (failure !== undefined) throw failure;
    return method.result === undefined ? undefined : reply['A'];
  };
}
