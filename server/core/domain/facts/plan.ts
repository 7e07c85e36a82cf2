import * as z from 'zod';
import {planSchema} from '../plan.js';
import {defineFact} from './fact.js';
import {earliest} from './known-times.js';

/** What is planned in Zoom, and whether it was deleted there. */
export const plan = defineFact({
  fields: {
    plan: planSchema.optional(),
    withdrawnAt: z.number().optional(),
  },
  on: {
    planned: (known, {plan: told}) => ({
      plan: known.plan === undefined || told.toldAt >= known.plan.toldAt ? told : known.plan,
    }),
    withdrawn: (known, {receivedAt}) => ({withdrawnAt: earliest(known.withdrawnAt, receivedAt)}),
  },
});
