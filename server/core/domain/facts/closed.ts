import * as z from 'zod';
import {defineFact} from './fact.js';
import {earliest} from './known-times.js';

/** That the card was closed before its meeting began: its host took it back, or nobody came. */
export const closed = defineFact({
  fields: {
    cancelledAt: z.number().optional(),
    expiredAt: z.number().optional(),
  },
  on: {
    closed: (known, {because, receivedAt}) =>
      because === 'cancelled'
        ? {cancelledAt: earliest(known.cancelledAt, receivedAt)}
        : {expiredAt: earliest(known.expiredAt, receivedAt)},
  },
});
