import * as z from 'zod';
import {defineFact} from './fact.js';
import {earliest, latest} from './known-times.js';

/** When the meeting ended. */
export const end = defineFact({
  fields: {
    /** The latest of all payloads. */
    endedAt: z.number().optional(),
    /** Earliest receipt of a payload without a time; used only where no payload had one. */
    endReceivedAt: z.number().optional(),
  },
  on: {
    ended: (known, {endedAt, receivedAt}) => ({
      endedAt: latest(known.endedAt, endedAt),
      endReceivedAt: earliest(known.endReceivedAt, endedAt === undefined ? receivedAt : undefined),
    }),
  },
});
