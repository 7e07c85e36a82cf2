/** What the client reads of the description. */
interface Described {
  operationId: string;
  parameters: readonly {name: string; in: string}[];
  requestBody?: object;
}

/** Where each call goes, and which of its input goes where; what is neither in the path nor the query is the body. */
const callsOf = (document: Record<string, unknown>): Record<string, object> =>
  Object.fromEntries(
    Object.entries(document['paths'] as Record<string, Record<string, Described>>).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(([method, {operationId, parameters, requestBody}]) => {
          const named = (place: string): string[] =>
            parameters.filter((parameter) => parameter.in === place).map(({name}) => name);
          const call = {method: method.toUpperCase(), path, params: named('path'), query: named('query')};
          return [operationId, {...call, hasBody: requestBody !== undefined}];
        }),
    ),
  );

export const clientScript = (
  document: Record<string, unknown>,
): string => `// Generated from the description of the API.
const CALLS = ${JSON.stringify(callsOf(document), null, 2)};

/** What a refusal throws: the answer of the API, as RFC 9457 has it. */
export class ZoomApiError extends Error {
  constructor(problem, status) {
    super(problem?.message ?? \`HTTP \${status}\`);
    this.name = 'ZoomApiError';
    this.status = status;
    this.code = problem?.code;
    this.problem = problem;
  }
}

/** A method for each call of the API, by its operationId. */
export function createZoomApi({baseUrl, token, headers = {}, fetch = globalThis.fetch}) {
  const ask = async ({method, path, params, query, hasBody}, input, {idempotencyKey} = {}) => {
    const rest = {...input};
    const take = (name) => {
      const value = rest[name];
      delete rest[name];
      return value;
    };
    const where = path.replaceAll(/\\{(\\w+)\\}/g, (_all, name) => encodeURIComponent(take(name)));
    const asked = new URLSearchParams();
    for (const name of query) {
      const value = take(name);
      if (value !== undefined) asked.set(name, String(value));
    }
    const response = await fetch(\`\${baseUrl.replace(/\\/$/, '')}\${where}\${asked.size > 0 ? \`?\${asked}\` : ''}\`, {
      method,
      headers: {
        ...(token !== undefined && {Authorization: \`Bearer \${token}\`}),
        ...(hasBody && {'Content-Type': 'application/json'}),
        ...(idempotencyKey !== undefined && {'Idempotency-Key': idempotencyKey}),
        ...headers,
      },
      ...(hasBody && {body: JSON.stringify(rest)}),
    });
    const text = await response.text();
    const json = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw new ZoomApiError(json, response.status);
    return json;
  };
  return Object.fromEntries(
    Object.entries(CALLS).map(([name, call]) => [name, (input, options) => ask(call, input, options)]),
  );
}
`;

export const CLIENT_TYPES = `// Generated from the description of the API.
import type {operations} from './schema.js';

type Json<T> = T extends {content: {'application/json': infer Body}} ? Body : undefined;
type Done<Responses> = Json<Responses[keyof Responses & (200 | 201 | 204)]>;
type Given<T> = Exclude<T, undefined> extends never ? unknown : Exclude<T, undefined>;
type InputOf<Operation> = Operation extends {parameters: infer Parameters}
  ? Given<Parameters extends {path?: infer Path} ? Path : never> &
      Given<Parameters extends {query?: infer Query} ? Query : never> &
      (Operation extends {requestBody: {content: {'application/json': infer Body}}} ? Body : unknown)
  : never;

export interface ZoomApiOptions {
  /** Such as \`https://chat.example.org/plugins/zoom\`. */
  baseUrl: string;
  token?: string;
  headers?: Readonly<Record<string, string>>;
  fetch?: typeof globalThis.fetch;
}

/** A method for each call of the API; it rejects with a {@link ZoomApiError}. */
export type ZoomApi = {
  [Name in keyof operations]: (
    input: InputOf<operations[Name]>,
    options?: {idempotencyKey?: string},
  ) => Promise<operations[Name] extends {responses: infer Responses} ? Done<Responses> : never>;
};

export declare class ZoomApiError extends Error {
  readonly status: number;
  /** By which refusals are told apart. */
  readonly code: string | undefined;
  readonly problem: Readonly<Record<string, unknown>> | undefined;
}

export declare function createZoomApi(options: ZoomApiOptions): ZoomApi;
`;
