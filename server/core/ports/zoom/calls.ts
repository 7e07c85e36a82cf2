import type {Endpoint, LookupEndpoint} from './endpoint.js';
import {endpoints} from './endpoints.js';

type Endpoints = typeof endpoints;
export type CallName = keyof Endpoints;

type InputOf<Row> = Row extends Endpoint<infer Input, infer _> ? Input : never;
type AnswerOf<Row> =
  Row extends LookupEndpoint<infer _, infer Answer>
    ? Answer | undefined
    : Row extends Endpoint<infer _, infer Answer>
      ? Answer
      : never;

/** One method for each endpoint, by its name in the registry. */
export type ZoomCalls = {
  [Name in CallName]: (input: InputOf<Endpoints[Name]>) => Promise<AnswerOf<Endpoints[Name]>>;
};

/** Makes the methods, for the client and its stand-ins. `make` takes any row, so its input is unknown. */
export const createCalls = (
  make: (name: CallName, row: Endpoint<never, unknown>) => (input: never) => Promise<unknown>,
): ZoomCalls =>
  Object.fromEntries(
    Object.entries<Endpoint<never, unknown>>(endpoints).map(([name, row]) => [
      name,
      make(name as CallName, row),
    ]),
  ) as ZoomCalls;
