import * as z from 'zod';
import type {LookupEndpoint} from '../endpoint.js';

/**
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/PUT/meetings/{meetingId}/status Everybody is sent out, the
 * host too. Zoom has no documented code for a meeting that does not run: whoever is refused asks how it stands.
 */
export const endMeeting: LookupEndpoint<string, 'ended'> = {
  method: 'PUT',
  path: (number) => ['meetings', number, 'status'],
  body: () => ({action: 'end'}),
  answer: z.unknown().transform(() => 'ended' as const),
  absentCodes: [3001],
  scopes: {granular: 'meeting:update:status', classic: ['meeting:write']},
  feature: 'end',
  rate: 'light',
};
