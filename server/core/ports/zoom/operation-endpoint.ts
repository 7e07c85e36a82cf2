import type * as z from 'zod';
import {zoomTrouble} from '../port-error.js';
import type {Endpoint, Query, Segment} from './endpoint.js';
import type {Operation} from './operation.js';
import {cutWindow, type TimeWindow} from './time-window.js';

type Input = Readonly<Record<string, unknown>>;

/**
 * The call of an operation: its parameters go where its schemas say that they stand, and no others. What breaks a
 * schema is not sent: it fails as if Zoom had said so.
 */
export const endpointOf = (operation: Operation): Endpoint<Input, unknown> => ({
  method: operation.method,
  path: (input, subject) => pathOf(operation, read(operation.params, input), subject),
  query: (input) => inWindow(operation, read(operation.query, input)) as Query,
  ...(Object.keys(operation.body.shape).length > 0 && {
    body: (input: Input) => read(operation.body, input),
  }),
  answer: operation.answer,
  scopes: operation.scopes,
  feature: operation.feature,
  rate: operation.rate,
});

/** `me` is whoever asks, whatever Zoom calls them in the mode that holds. */
const pathOf = ({path, uuids = []}: Operation, params: Input, subject: string): Segment[] =>
  path
    .split('/')
    .slice(1)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return part;
      const value = String(params[name]);
      if (name === 'userId' && value === 'me') return subject;
      return uuids.includes(name) ? {uuid: value} : value;
    });

/** An answer about days says which, also where Zoom does not. */
export const withWindow = (operation: Operation, input: Input, answer: unknown): unknown =>
  operation.windowMonths === undefined ? answer : {...windowOf(operation, input), ...(answer as object)};

/** The days that an operation asks about, where it asks about days. */
function windowOf({windowMonths}: Operation, {from, to}: TimeWindow): TimeWindow {
  if (windowMonths === undefined) return {};
  return cutWindow({from, to}, windowMonths) ?? unusable(['to']);
}

const inWindow = (operation: Operation, query: Input): Input => ({...query, ...windowOf(operation, query)});

function read(schema: z.ZodObject, input: Input): Input {
  const parsed = schema.safeParse(input);
  return parsed.success
    ? parsed.data
    : unusable([...new Set(parsed.error.issues.map(({path}) => path.join('.')))]);
}

function unusable(fields: readonly string[]): never {
  throw zoomTrouble({kind: 'invalid', fields}, {reason: 'unusable input'});
}
