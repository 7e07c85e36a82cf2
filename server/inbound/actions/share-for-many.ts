import * as z from 'zod';
import type {ShareLink} from '../../core/usecases/share-link.js';
import {describeShare} from '../describe-share.js';
import {type ActionPress, defineAction} from './action.js';

const values = z.object({
  channelId: z.string(),
  rootId: z.string(),
  link: z.string(),
  topic: z.string(),
  members: z.string(),
});

type HeldLink = Readonly<z.infer<typeof values>>;

export interface ShareForManyDeps {
  shareLink: ShareLink;
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
  async press({user, reader, values: held}: ActionPress<HeldLink>, {shareLink}: ShareForManyDeps) {
    const {members: _, ...link} = held;
    const by = {userId: user.id, user: Promise.resolve(user), mayPostHere: false, isForMany: true};
    return {text: describeShare(await shareLink({...link, ...by}), reader.translate)};
  },
});
