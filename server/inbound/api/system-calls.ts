import * as z from 'zod';
import type {FeedPage} from '../../../contract/events.js';
import {API} from '../../../contract/routes.js';
import type {DescribedCall} from './described-call.js';
import {eventsQuery} from './events-route.js';
import {rawBody} from './raw-route.js';

const feedPage = z.object({
  events: z.array(
    z.object({
      id: z.string().describe('The same for what Zoom sends again.'),
      event: z.string(),
      event_ts: z.number().optional().describe('When it happened, in milliseconds since 1970.'),
      received_at: z.number().describe('Milliseconds since 1970.'),
      late: z.literal(true).optional(),
      payload: z.unknown().optional(),
    }),
  ),
  next: z.string().describe('Leads to what comes after these, as `after`.'),
}) satisfies z.ZodType<FeedPage>;

/** What is for whoever runs the server, and for their programs. */
export const systemCalls: readonly DescribedCall[] = [
  {
    name: 'rawRequest',
    method: 'POST',
    path: `${API.zoom}/raw`,
    summary: 'Sends any request to Zoom’s API, but for what hands out tokens. The answer holds no secrets.',
    description: 'For system administrators, while the account-wide API is on. It is audited.',
    group: 'System',
    params: {},
    query: {},
    body: rawBody,
    isCreation: false,
    status: 200,
    mayBeEmpty: true,
    answer: z.unknown(),
    problems: [
      'not_an_admin',
      'switched_off',
      'path_forbidden',
      'own_only',
      'no_zoom_user',
      'not_the_host',
      'not_connected',
      'not_found',
      'not_configured',
      'not_in_zoom',
      'email_missing',
      'email_unconfirmed',
      'zoom_rejected',
      'zoom_refused',
      'zoom_unavailable',
    ],
  },
  {
    name: 'listEvents',
    method: 'GET',
    path: API.events,
    summary:
      'Zoom’s events that an administrator has named, in the order in which they came, for seven days.',
    description: 'For system administrators, and for bots that one has named.',
    group: 'System',
    params: {},
    query: eventsQuery.shape,
    body: undefined,
    isCreation: false,
    status: 200,
    answer: feedPage,
    problems: ['not_an_admin', 'cursor_expired'],
  },
];
