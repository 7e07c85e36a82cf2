import * as z from 'zod';
import {defineFact} from './fact.js';
import {earliest, latest} from './known-times.js';

/** That Zoom, when asked, no longer knew the meeting: it is over, and nobody knows since when. */
export const unknown = defineFact({
  fields: {
    /** The first and the last time that it said so. */
    unknownSince: z.number().optional(),
    unknownAt: z.number().optional(),
  },
  on: {
    unknown: (known, {receivedAt}) => ({
      unknownSince: earliest(known.unknownSince, receivedAt),
      unknownAt: latest(known.unknownAt, receivedAt),
    }),
  },
});
