import {describe, expect, it} from '@jest/globals';
import {Validator} from '@seriousme/openapi-schema-validator';
import {ROUTES_PATH} from '../../../../contract/routes.js';
import {API_CALLS} from '../../../../server/inbound/api/api-calls.js';
import {API_PAGE_HEADERS, renderApiPage} from '../../../../server/inbound/api/api-page.js';
import {openApiOf, serverUrlAt} from '../../../../server/inbound/api/open-api.js';
import {PROBLEMS} from '../../../../server/inbound/http/problem-codes.js';
import {ROUTE_TABLE} from '../../../../server/inbound/http/routes.js';
import {OPERATION_NAMES} from '../../../../server/core/ports/zoom/operations.js';

const document = openApiOf(API_CALLS, ROUTES_PATH);

/** Of the web app, of Mattermost, of the settings page, and of this description. */
const UNDESCRIBED =
  /^\/api\/v1\/(client|command-words|admin\/.*|pairings\/.*|actions\/.*|openapi\.json|docs)$/;

describe('The description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate({...document});
    expect([result.valid, result.errors, validator.version]).toEqual([true, undefined, '3.1']);
  });

  it('describes each route that other systems may ask for, and no others', () => {
    const described = API_CALLS.map(({method, path}) => `${method} ${path}`);
    const served = ROUTE_TABLE.filter(({path}) => path.startsWith('/api/') && !UNDESCRIBED.test(path)).map(
      ({method, path}) => `${method.toUpperCase()} ${path}`,
    );
    expect([...described].sort()).toEqual([...served].sort());
  });

  it('names each call once, the operations by their own names', () => {
    const names = API_CALLS.map(({name}) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...OPERATION_NAMES, 'rawRequest', 'listEvents']));
  });

  it('has no field for a secret in any answer', () => {
    const answers = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(
        ({operationId, responses}) => [operationId, JSON.stringify(responses)] as const,
      ),
    );
    const holding = answers.filter(([, text]) =>
      /"(start_url|zak|access_token|download_token|host_key)":/.test(text),
    );
    expect(holding.map(([name]) => name)).toEqual(['getStartLink']);
  });

  it('is at the address of the server, whether or not that ends with a slash', () => {
    const expected = `https://chat.example.org/chat${ROUTES_PATH}`;
    expect(serverUrlAt('https://chat.example.org/chat')).toBe(expected);
    expect(serverUrlAt('https://chat.example.org/chat/')).toBe(expected);
  });

  it('U-02 is a page on which nothing runs, with an address for each call and each code', () => {
    const page = renderApiPage(document);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(
      [...API_CALLS.map(({name}) => name), ...Object.keys(PROBLEMS)].filter((id) => !ids.has(id)),
    ).toEqual([]);
    expect(page).not.toMatch(/<script|<link|<img|<iframe| on\w+=|javascript:/i);
    expect(API_PAGE_HEADERS['Content-Security-Policy']).toContain("default-src 'none'");
  });
});
