import * as z from 'zod';
import {type ActionPress, defineAction} from './action.js';

/** The link that somebody posted stays a link. */
export const leaveLink = defineAction({
  name: 'leave-link',
  values: z.object({}),
  livesFor: 60 * 60 * 1000,
  whenExpired: 'offer.left',
  look: (_nothing: Readonly<Record<string, string>>, translate) => ({
    id: 'leaveLink',
    name: translate('offer.leave'),
    style: 'default',
  }),
  press: async ({reader: {translate}}: ActionPress<unknown>) => ({text: translate('offer.left')}),
});
