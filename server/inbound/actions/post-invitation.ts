import * as z from 'zod';
import type {Clock} from '../../core/ports/clock.js';
import type {TextKey, Translate} from '../../core/ports/texts.js';
import type {PostInvitation, PostInvitationOutcome} from '../../core/usecases/post-invitation.js';
import {withDeadline} from '../../lib/deadline.js';
import type {DescribeInvitation} from '../describe-invitation.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import type {Reader} from '../reader.js';
import {type ActionPress, defineAction, type PressAnswer} from './action.js';
import {type DrawButton, withButtons} from './draw-button.js';

const values = z.object({
  channelId: z.string(),
  rootId: z.string(),
  number: z.string(),
  cardId: z.string(),
  /** '': they have not been asked. */
  members: z.string(),
});

type HeldInvitation = Readonly<z.infer<typeof values>>;

export interface PostInvitationActionDeps {
  clock: Clock;
  drawButton: DrawButton;
  postInvitation: PostInvitation;
  describeInvitation: DescribeInvitation;
}

/** Posts the invitation where it was asked for. Zoom is asked anew: no button carries a passcode. */
export const postInvitationAction = defineAction({
  name: 'post-invitation',
  values,
  livesFor: 60 * 60 * 1000,
  whenExpired: 'invitation.expired',
  look: ({members}: HeldInvitation, translate) => ({
    id: 'postInvitation',
    name:
      members === ''
        ? translate('invitation.post.button')
        : translate('start.largeChannel.button', {count: Number(members)}),
    style: 'primary',
  }),
  async press(press: ActionPress<HeldInvitation>, deps: PostInvitationActionDeps): Promise<PressAnswer> {
    const {user, reader, place, again} = press;
    const {members, ...held} = press.values;
    const wish = {...held, userId: user.id, user: Promise.resolve(user), isForMany: members !== ''};
    const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.postInvitation({...wish, signal}),
    );
    const text = describePosted(outcome, reader, deps.describeInvitation);
    if (outcome.kind === 'large-channel') {
      const asked = {...held, members: String(outcome.members)};
      const drawing = {place, translate: reader.translate};
      return withButtons(
        text,
        deps.drawButton(postInvitationAction, {userId: user.id, values: asked}, drawing),
      );
    }
    const mayWorkLater = ['zoom-trouble', 'too-many', 'chat-unavailable'].includes(outcome.kind);
    return withButtons(text, mayWorkLater ? again() : undefined);
  },
});

const PLACE = {
  unseen: 'start.unseen',
  archived: 'share.archived',
  'no-thread': 'start.noThread',
  restricted: 'share.restricted',
  'no-access': 'import.noAccess',
} as const satisfies Partial<Record<PostInvitationOutcome['kind'], TextKey>>;

function describePosted(
  outcome: PostInvitationOutcome,
  reader: Reader,
  describeInvitation: DescribeInvitation,
): string {
  const translate: Translate = reader.translate;
  switch (outcome.kind) {
    case 'posted':
      return translate('invitation.posted');
    case 'large-channel':
      return translate('invitation.largeChannel', {count: outcome.members});
    case 'unseen':
    case 'archived':
    case 'no-thread':
    case 'restricted':
    case 'no-access':
      return translate(PLACE[outcome.kind]);
    default:
      return describeInvitation(outcome, reader);
  }
}
