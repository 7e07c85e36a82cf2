import * as z from 'zod';
import {defineFact} from './fact.js';
import {earliest} from './known-times.js';

/** When the meeting began. */
export const start = defineFact({
  fields: {
    /** The earliest of all payloads. */
    startedAt: z.number().optional(),
    /** Earliest receipt of a payload without a time; used only where no payload had one. */
    startReceivedAt: z.number().optional(),
  },
  on: {
    started: (known, {startedAt, receivedAt}) => ({
      startedAt: earliest(known.startedAt, startedAt),
      startReceivedAt: earliest(known.startReceivedAt, startedAt === undefined ? receivedAt : undefined),
    }),
    ended: (known, {startedAt}) => ({startedAt: earliest(known.startedAt, startedAt)}),
  },
});
