import type {RequestHandler} from 'express';
import type * as z from 'zod';
import {API} from '../../../contract/routes.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Operation} from '../../core/ports/zoom/operation.js';
import {nothing} from '../../core/ports/zoom/operations/fields.js';
import {type OperationName, operations} from '../../core/ports/zoom/operations.js';
import type {ActInZoom} from '../../core/usecases/act-in-zoom.js';
import type {OperationInput} from '../../core/usecases/aim-in-zoom.js';
import {withDeadline} from '../../lib/deadline.js';
import {badRequest, jsonRoute, type JsonRouteDeps, NO_BODY, wrongFields} from '../http/json-route.js';
import {API_LIMIT_MS} from '../patience.js';
import type {DescribeActing} from './describe-acting.js';
import {IDEMPOTENCY_KEY} from './idempotency-key.js';

export interface OperationRouteDeps extends JsonRouteDeps {
  clock: Clock;
  actInZoom: ActInZoom;
  describeActing: DescribeActing;
}

/** Where an operation is asked for, below our routes: Zoom's own path, with its names in braces. */
export const pathOf = ({path}: Operation): string => `${API.zoom}${path}`;

export const takesBody = ({body}: Operation): boolean => Object.keys(body.shape).length > 0;

/** With which status it is done. */
export const statusOf = ({answer, isCreation}: Operation): 200 | 201 | 204 =>
  answer === nothing ? 204 : isCreation === true ? 201 : 200;

/** Does one thing in Zoom for whoever asks. Fields that the operation does not know are refused. */
export function operationRoute(name: OperationName, deps: OperationRouteDeps): RequestHandler {
  const row: Operation = operations[name];
  const body: z.ZodType<object | undefined> = takesBody(row) ? row.body.strict() : NO_BODY;
  return jsonRoute(body, deps, async (call) => {
    const where = readWhere(row, call.request);
    if ('issues' in where) return badRequest(call, where.issues);
    const key = row.isCreation === true ? call.request.get('Idempotency-Key') : undefined;
    if (key !== undefined && !IDEMPOTENCY_KEY.safeParse(key).success)
      return wrongFields(call, ['Idempotency-Key']);
    const outcome = await withDeadline(deps.clock, API_LIMIT_MS, ({signal}) =>
      deps.actInZoom({
        userId: call.userId,
        operation: name,
        input: {...call.body, ...where.input},
        key,
        signal,
      }),
    );
    if (outcome.kind !== 'done') return deps.describeActing(outcome, await call.reader());
    return {status: statusOf(row), json: outcome.answer};
  });
}

/** What the path and the query say. */
function readWhere(
  {params, query}: Operation,
  request: {params: object; query: object},
): {input: OperationInput} | {issues: readonly z.core.$ZodIssue[]} {
  const inPath = params.strict().safeParse(request.params);
  const inQuery = query.strict().safeParse(request.query);
  if (inPath.success && inQuery.success) return {input: {...inQuery.data, ...inPath.data}};
  return {issues: [...(inPath.error?.issues ?? []), ...(inQuery.error?.issues ?? [])]};
}
