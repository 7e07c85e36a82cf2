import * as z from 'zod';
import {newerPlan, planSchema} from '../plan.js';
import {defineFact} from './fact.js';
import {latest} from './known-times.js';

/** What is planned in Zoom, and whether it was deleted there. */
export const plan = defineFact({
  fields: {
    plan: planSchema.optional(),
    /** When Zoom last said that there is no such meeting any more. */
    withdrawnAt: z.number().optional(),
  },
  on: {
    planned: (known, {plan: told}) => ({plan: newerPlan(known.plan, told)}),
    withdrawn: (known, {receivedAt}) => ({withdrawnAt: latest(known.withdrawnAt, receivedAt)}),
  },
});
