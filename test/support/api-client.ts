import {pathToFileURL} from 'node:url';
import {join} from 'node:path';
import type {OperationCalls} from '../../server/core/ports/zoom/operations.js';
import {shared} from './shared/shared.js';

/** As the tests use the generated client: by the schemas that it was generated of. */
export type ApiClient = {
  [Name in keyof OperationCalls]: (
    input: Parameters<OperationCalls[Name]>[0],
    options?: {idempotencyKey?: string},
  ) => ReturnType<OperationCalls[Name]>;
};

interface ClientModule {
  createZoomApi: (options: {
    baseUrl: string;
    token?: string;
    headers?: Readonly<Record<string, string>>;
    fetch?: typeof globalThis.fetch;
  }) => ApiClient;
}

/** The client that `npm run client` writes. */
export async function loadApiClient(): Promise<ClientModule> {
  const folder = await shared('apiClient');
  return (await import(pathToFileURL(join(folder, 'zoom-api.js')).href)) as ClientModule;
}
