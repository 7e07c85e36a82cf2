import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import openapiTypes, {astToString} from 'openapi-typescript';
import {ROUTES_PATH} from '../../contract/routes.js';
import {API_CALLS} from '../../server/inbound/api/api-calls.js';
import {openApiOf} from '../../server/inbound/api/open-api.js';
import {clientScript, CLIENT_TYPES} from './client-script.js';

/**
 * A client for Node, of the description alone: `zoom-api.js`, `zoom-api.d.ts`, and what the latter needs.
 *
 * @returns the folder
 */
export async function writeClient(folder: string): Promise<string> {
  const document = JSON.parse(JSON.stringify(openApiOf(API_CALLS, ROUTES_PATH))) as Record<string, unknown>;
  const types = astToString(await openapiTypes(document as unknown as Parameters<typeof openapiTypes>[0]));
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'package.json'), '{"type": "module"}\n');
  await writeFile(join(folder, 'schema.d.ts'), types);
  await writeFile(join(folder, 'zoom-api.d.ts'), CLIENT_TYPES);
  await writeFile(join(folder, 'zoom-api.js'), clientScript(document));
  return folder;
}
