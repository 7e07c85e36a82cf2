import * as z from 'zod';
import {defineFact} from './fact.js';
import {earliest} from './known-times.js';

/** What Zoom was asked because nobody told of it. */
export const repair = defineFact({
  fields: {
    /** When the end was found out. */
    endFoundAt: z.number().optional(),
    /** When Zoom said who had taken part. */
    attendedAt: z.number().optional(),
  },
  on: {
    ended: ({endFoundAt}, {wasFound, receivedAt}) => ({
      endFoundAt: earliest(endFoundAt, wasFound ? receivedAt : undefined),
    }),
    attended: ({attendedAt}, {receivedAt}) => ({attendedAt: earliest(attendedAt, receivedAt)}),
  },
});
