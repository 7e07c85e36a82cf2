import * as z from 'zod';
import {PRODUCT_VERSION} from '../../core/domain/product-version.js';
import {PROBLEM_TYPE} from '../http/api-problem.js';
import {PROBLEMS} from '../http/problem-codes.js';
import type {ProblemCode} from '../../../contract/problem.js';
import {ROUTES_PATH} from '../../../contract/routes.js';
import type {DescribedCall} from './described-call.js';
import {IDEMPOTENCY_KEY} from './idempotency-key.js';

type Json = Readonly<Record<string, unknown>>;

/** https://spec.openapis.org/oas/v3.1.1.html */
export interface OpenApiDocument extends Json {
  readonly openapi: '3.1.0';
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/** How every call can say no, whatever it is about. */
const ALWAYS: readonly ProblemCode[] = [
  'bad_request',
  'not_signed_in',
  'not_paired',
  'restricted',
  'rate_limited',
  'failed',
  'chat_unavailable',
  'record_unreadable',
  'store_unavailable',
];
const WITH_BODY: readonly ProblemCode[] = ['body_too_large', 'not_json'];
const WITH_KEY: readonly ProblemCode[] = ['key_in_use', 'key_unfinished', 'key_used_otherwise'];

/** The description of our API, of the schemas by which requests are read and answers are written. */
export const openApiOf = (calls: readonly DescribedCall[], serverUrl: string): OpenApiDocument => ({
  openapi: '3.1.0',
  info: {
    title: 'Zoom for Mattermost',
    version: PRODUCT_VERSION,
    description:
      'Zoom under Mattermost’s permissions: whoever asks is a person, and acts on what is theirs in Zoom. docs/http-api.md has examples.',
    license: {name: 'Apache-2.0', identifier: 'Apache-2.0'},
  },
  servers: [{url: serverUrl}],
  security: [{bearer: []}],
  tags: [...new Set(calls.map(({group}) => group))].map((name) => ({name})),
  paths: pathsOf(calls),
  components: {
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description:
          'In the plugin a session’s, personal access or bot token of Mattermost’s; beside a service the token of a paired browser.',
      },
    },
    schemas: {Problem: problemSchema},
  },
});

/** Below the address of Mattermost, or of the service. */
export const serverUrlAt = (publicUrl: string): string => `${publicUrl.replace(/\/$/, '')}${ROUTES_PATH}`;

function pathsOf(calls: readonly DescribedCall[]): OpenApiDocument['paths'] {
  const paths: Record<string, Record<string, Json>> = {};
  for (const call of calls) (paths[call.path] ??= {})[call.method.toLowerCase()] = operationOf(call);
  return paths;
}

const operationOf = (call: DescribedCall): Json => ({
  operationId: call.name,
  summary: call.summary,
  description: call.description,
  tags: [call.group],
  parameters: [
    ...Object.entries(call.params).map(([name, schema]) => parameter('path', name, schema)),
    ...Object.entries(call.query).map(([name, schema]) => parameter('query', name, schema)),
    ...(call.isCreation ? [parameter('header', 'Idempotency-Key', IDEMPOTENCY_KEY.optional())] : []),
  ],
  ...(call.body && {
    requestBody: {required: true, content: {'application/json': {schema: schemaOf(call.body, 'input')}}},
  }),
  responses: responsesOf(call),
});

function parameter(place: 'path' | 'query' | 'header', name: string, schema: z.ZodType): Json {
  // What a request says is text, which the schema turns into what it stands for.
  const {description, ...rest} = schemaOf(schema, 'output');
  return {
    name,
    in: place,
    ...(description !== undefined && {description}),
    required: place === 'path' || !schema.safeParse(undefined).success,
    schema: rest,
  };
}

function responsesOf(call: DescribedCall): Json {
  const codes = new Set([
    ...ALWAYS,
    ...call.problems,
    ...(call.body ? WITH_BODY : call.method === 'GET' ? [] : (['body_too_large'] as const)),
    ...(call.isCreation ? WITH_KEY : []),
  ]);
  const statuses = [...new Set([...codes].map((code) => PROBLEMS[code].status))].sort();
  const done =
    call.answer === undefined
      ? {description: 'It is done; there is nothing to tell.'}
      : {
          description: 'It is done.',
          content: {'application/json': {schema: schemaOf(call.answer, 'output')}},
        };
  return {
    [call.status]: done,
    ...(call.mayBeEmpty && {204: {description: 'It is done; there is nothing to tell.'}}),
    ...Object.fromEntries(
      statuses.map((status) => [
        status,
        problemResponse(
          status,
          [...codes].filter((code) => PROBLEMS[code].status === status),
        ),
      ]),
    ),
  };
}

const problemResponse = (status: number, codes: readonly ProblemCode[]): Json => ({
  description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
  ...((status === 429 || status === 503) && {
    headers: {
      'Retry-After': {description: 'Seconds, where they are known.', schema: {type: 'integer', minimum: 1}},
    },
  }),
  content: {
    [PROBLEM_TYPE]: {
      schema: {
        allOf: [{$ref: '#/components/schemas/Problem'}, {properties: {code: {enum: [...codes].sort()}}}],
      },
    },
  },
});

/** As RFC 9457 has it, with our own members. */
const problemSchema: Json = {
  type: 'object',
  description: 'https://www.rfc-editor.org/rfc/rfc9457',
  properties: {
    type: {type: 'string', format: 'uri-reference'},
    title: {type: 'string'},
    status: {type: 'integer', minimum: 400, maximum: 599},
    detail: {type: 'string', description: 'What happened and what to do, in the language of whoever asks.'},
    code: {type: 'string', description: 'By which programs tell problems apart.'},
    message: {type: 'string', description: 'The same as `detail`.'},
    fields: {
      type: 'array',
      items: {type: 'string'},
      description: 'Fields that are missing, wrong or unknown.',
    },
    zoom_code: {type: 'integer', description: 'Zoom’s own number for why it says no.'},
    maybe_done: {type: 'boolean', description: 'Nobody knows whether Zoom has done it: look there first.'},
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'message'],
};

/** JSON Schema 2020-12, as OpenAPI 3.1 has it. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const {$schema: _draft, ...rest} = z.toJSONSchema(schema, {io, unrepresentable: 'any', override: plain});
  return rest;
}

/** Formats that only zod knows say nothing to others; the patterns beside them do. */
function plain({jsonSchema}: {jsonSchema: {format?: string | undefined}}): void {
  if (jsonSchema.format === 'starts_with') delete jsonSchema.format;
}
