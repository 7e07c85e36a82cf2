import * as z from 'zod';
import type {LookupEndpoint} from '../endpoint.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/PUT/webinars/{webinarId}/status As of a meeting. */
export const endWebinar: LookupEndpoint<string, 'ended'> = {
  method: 'PUT',
  path: (number) => ['webinars', number, 'status'],
  body: () => ({action: 'end'}),
  answer: z.unknown().transform(() => 'ended' as const),
  absentCodes: [3001],
  scopes: {granular: 'webinar:update:status', classic: ['webinar:write']},
  feature: 'webinars',
  rate: 'light',
};
