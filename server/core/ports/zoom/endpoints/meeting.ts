import * as z from 'zod';
import {optionalText} from '../answer-fields.js';
import type {LookupEndpoint} from '../endpoint.js';

/** What runs now or is to come. */
export interface ZoomMeetingState {
  uuid: string | undefined;
  hostId: string | undefined;
  status: 'waiting' | 'started' | undefined;
}

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId} */
export const meeting: LookupEndpoint<string, ZoomMeetingState> = {
  method: 'GET',
  path: (number) => ['meetings', number],
  answer: z
    .object({
      uuid: optionalText,
      host_id: optionalText,
      status: z.enum(['waiting', 'started']).optional().catch(undefined),
    })
    .transform(({uuid, host_id, status}) => ({uuid, hostId: host_id, status})),
  /** Deleted, expired, or over for good. */
  absentCodes: [3001],
  scopes: {granular: 'meeting:read:meeting', classic: ['meeting:read']},
  rate: 'light',
};
