import type {Endpoint, Query, Segment} from './endpoint.js';
import type {Operation} from './operation.js';

type Input = Readonly<Record<string, unknown>>;

/** The call of an operation: its parameters go where its schemas say that they stand. */
export const endpointOf = (operation: Operation): Endpoint<Input, unknown> => ({
  method: operation.method,
  path: (input) =>
    operation.path
      .split('/')
      .slice(1)
      .map((part) => segmentOf(operation, part, input)),
  query: (input) => namedIn(operation.query.shape, input) as Query,
  ...(Object.keys(operation.body.shape).length > 0 && {
    body: (input: Input) => namedIn(operation.body.shape, input),
  }),
  answer: operation.answer,
  scopes: operation.scopes,
  feature: operation.feature,
  rate: operation.rate,
});

function segmentOf({uuids = []}: Operation, part: string, input: Input): Segment {
  const name = /^\{(\w+)\}$/.exec(part)?.[1];
  if (name === undefined) return part;
  const value = String(input[name]);
  return uuids.includes(name) ? {uuid: value} : value;
}

const namedIn = (shape: Readonly<Record<string, unknown>>, input: Input): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([name]) => name in shape));
