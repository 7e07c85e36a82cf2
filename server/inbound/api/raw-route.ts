import type {RequestHandler} from 'express';
import * as z from 'zod';
import type {Clock} from '../../core/ports/clock.js';
import {RAW_METHODS} from '../../core/ports/zoom/raw-request.js';
import type {RawWish, SendRaw} from '../../core/usecases/send-raw.js';
import {withDeadline} from '../../lib/deadline.js';
import {jsonRoute, type JsonRouteDeps} from '../http/json-route.js';
import {API_LIMIT_MS} from '../patience.js';
import type {DescribeRaw} from './describe-raw.js';

export interface RawRouteDeps extends JsonRouteDeps {
  clock: Clock;
  sendRaw: SendRaw;
  describeRaw: DescribeRaw;
}

/** What `POST /api/v1/zoom/raw` takes. */
export const rawBody = z.strictObject({
  method: z.enum(RAW_METHODS),
  path: z.string().min(1).max(2_000),
  query: z
    .record(z.string().min(1).max(100), z.union([z.string().max(2_000), z.number(), z.boolean()]))
    .refine((query) => Object.keys(query).length <= 50)
    .optional(),
  body: z.record(z.string(), z.unknown()).optional(),
}) satisfies z.ZodType<RawWish>;

/** Sends anything to Zoom for a system administrator. */
export const rawRoute = (deps: RawRouteDeps): RequestHandler =>
  jsonRoute(rawBody, deps, async ({body, userId, reader}) => {
    const outcome = await withDeadline(deps.clock, API_LIMIT_MS, ({signal}) =>
      deps.sendRaw({...body, userId, signal}),
    );
    if (outcome.kind !== 'done') return deps.describeRaw(outcome, await reader());
    return outcome.answer === undefined ? {status: 204, json: undefined} : {json: outcome.answer};
  });
