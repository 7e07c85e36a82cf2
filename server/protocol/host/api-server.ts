import type {RpcMethod} from '../../wire/netrpc/server.js';
import {toAppError, toErrorResult} from '../api-error.js';
import {
  fieldLetter,
  type ApiFields,
  type ApiMethod,
  type ApiParameters,
  type ApiResult,
} from '../api-method.js';
import {apiMethods, type ApiMethodName} from '../api-methods.js';

/**
 * The plugin API as a server carries it out. A function refuses by throwing, preferably an `ApiError` with a status.
 */
export type ApiFunctions = {
  readonly [Name in ApiMethodName]: (
    ...parameters: ApiParameters<(typeof apiMethods)[Name]>
  ) => Promise<ApiResult<(typeof apiMethods)[Name]>> | ApiResult<(typeof apiMethods)[Name]>;
};

/** Stands between a plugin's call and its execution: to count, delay or refuse. */
export type AroundCall = (name: ApiMethodName, carryOut: () => Promise<unknown>) => Promise<unknown>;

/** Answers the plugin API, every call through `around`. */
export function createApiServer(
  functions: ApiFunctions,
  around: AroundCall,
): (method: string) => RpcMethod | undefined {
  const methods = new Map<string, RpcMethod>();
  for (const name of Object.keys(apiMethods) as ApiMethodName[]) {
    const carryOut = functions[name] as (...parameters: unknown[]) => unknown;
    methods.set(`Plugin.${name}`, answering(name, apiMethods[name], carryOut, around));
  }
  return (method) => methods.get(method);
}

function answering(
  name: ApiMethodName,
  method: ApiMethod,
  carryOut: (...parameters: unknown[]) => unknown,
  around: AroundCall,
): RpcMethod {
  const handle = async (args: unknown): Promise<ApiFields> => {
    const fields = args as ApiFields;
    const parameters = method.parameters.map((_, index) => fields[fieldLetter(index)]);
    try {
      const result = await around(name, async () => carryOut(...parameters));
      return method.result === undefined ? {} : {A: result};
    } catch (error) {
      return failed(name, method, error);
    }
  };
  return {reply: method.reply, handle};
}

function failed(name: string, {result, failure}: ApiMethod, error: unknown): ApiFields {
  if (failure === 'nothing') return {};
  const field = result === undefined ? 'A' : 'B';
  return {[field]: failure === 'AppError' ? toAppError(error, name) : toErrorResult(error)};
}
