import type {RequestHandler} from 'express';
import * as z from 'zod';
import {MAX_EVENTS} from '../../../contract/events.js';
import type {ReadEvents} from '../../core/usecases/read-events.js';
import {badRequest, jsonRoute, type JsonRouteDeps, NO_BODY} from '../http/json-route.js';

export interface EventsRouteDeps extends JsonRouteDeps {
  readEvents: ReadEvents;
}

/** What `GET /api/v1/events` takes. */
export const eventsQuery = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_EVENTS).default(100),
});

/** What other systems read of Zoom's events, in the order in which they came. */
export const eventsRoute = (deps: EventsRouteDeps): RequestHandler =>
  jsonRoute(NO_BODY, deps, async (call) => {
    const query = eventsQuery.safeParse(call.request.query);
    if (!query.success) return badRequest(call, query.error.issues);
    const outcome = await deps.readEvents({...query.data, after: query.data.after, userId: call.userId});
    if (outcome.kind === 'page') return {json: outcome.page};
    const {translate} = await call.reader();
    switch (outcome.kind) {
      case 'not-a-reader':
        return {code: 'not_an_admin', message: translate('events.notAReader')};
      case 'expired':
        return {code: 'cursor_expired', message: translate('events.expired')};
      case 'unknown':
        return {code: 'bad_request', message: translate('events.unknown'), more: {fields: ['after']}};
    }
  });
