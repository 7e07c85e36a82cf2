import * as z from 'zod';
import type {Endpoint, Query, Segment} from './endpoint.js';

export const RAW_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly Endpoint<
  never,
  unknown
>['method'][];
export type RawMethod = (typeof RAW_METHODS)[number];

/** A request of which the product knows nothing beforehand. */
export interface RawRequest {
  method: RawMethod;
  /** Below the API's address. */
  path: readonly Segment[];
  query: Query;
  /** Sent as JSON; absent: nothing is sent. */
  body?: Readonly<Record<string, unknown>> | undefined;
}

/** Which of Zoom's limits it counts towards is not known: one of the narrow ones, so that it leaves enough. */
export const rawRate = 'heavy';

/** Its row. */
export const rawEndpoint = ({method, path, query, body}: RawRequest): Endpoint<undefined, unknown> => ({
  method,
  path: () => path,
  query: () => query,
  ...(body !== undefined && {body: () => body}),
  answer: z.unknown(),
  scopes: {granular: '', classic: []},
  rate: rawRate,
});
