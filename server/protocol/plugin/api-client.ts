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
 * Mattermost's plugin API. Every method rejects with `ApiError` when Mattermost says no, and with the
 * connection's own error when there is no answer.
 */
export type ApiClient = {
  readonly [Name in ApiMethodName]: (
    ...parameters: ApiParameters<(typeof apiMethods)[Name]>
  ) => Promise<ApiResult<(typeof apiMethods)[Name]>>;
};

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
