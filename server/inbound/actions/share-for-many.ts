import * as z from 'zod';
import type {Clock} from '../../core/ports/clock.js';
import type {BringOrShare} from '../../core/usecases/bring-or-share.js';
import {withDeadline} from '../../lib/deadline.js';
import {describeBrought} from '../describe-brought.js';
import type {DescribeImport} from '../describe-import.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import {type ActionPress, defineAction} from './action.js';

const values = z.object({
  channelId: z.string(),
  rootId: z.string(),
  /** Or a number. */
  link: z.string(),
  topic: z.string(),
  members: z.string(),
});

type HeldLink = Readonly<z.infer<typeof values>>;

export interface ShareForManyDeps {
  clock: Clock;
  bringOrShare: BringOrShare;
  describeImport: DescribeImport;
}

/** Answers the question whether so many people are to read of a link. Everything else is checked anew. */
export const shareForMany = defineAction({
  name: 'share-for-many',
  values,
  livesFor: 10 * 60 * 1000,
  whenExpired: 'share.expired',
  look: ({members}: HeldLink, translate) => ({
    id: 'shareForMany',
    name: translate('start.largeChannel.button', {count: Number(members)}),
    style: 'primary',
  }),
  async press({user, reader, values}: ActionPress<HeldLink>, deps: ShareForManyDeps) {
    const {channelId, rootId, link: meeting, topic: title} = values;
    const by = {userId: user.id, user: Promise.resolve(user), mayPostHere: false, isForMany: true};
    const brought = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.bringOrShare({channelId, rootId, meeting, title, ...by, signal}),
    );
    return {text: describeBrought(brought, reader, deps.describeImport)};
  },
});
