import * as z from 'zod';
import type {PlanNews} from '../../core/usecases/hear-of-plan.js';
import {looseText, nameField, numberField} from './payload-fields.js';

/**
 * What is used of `meeting.updated`, `meeting.deleted` and those of webinars. The number is a number here; an update
 * names besides it what has changed, and nothing else.
 * Source: https://developers.zoom.us/docs/api/meetings/events/
 */
const planPayloadSchema = z.object({
  payload: z.object({
    account_id: nameField,
    /** Of a deletion: all of it, or one occurrence, or those from one on. */
    operation: looseText,
    object: z.object({id: numberField, host_id: nameField}),
  }),
});

/** `undefined`: the body is not such an event. */
export function readPlanNews(
  what: PlanNews['what'],
  body: unknown,
  receivedAt: number,
): PlanNews | undefined {
  const parsed = planPayloadSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const {account_id, operation = 'all', object} = parsed.data.payload;
  return {
    what: what === 'deleted' && operation === 'all' ? 'deleted' : 'changed',
    number: object.id,
    hostId: object.host_id,
    accountId: account_id,
    receivedAt,
  };
}
