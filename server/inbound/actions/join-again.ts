import * as z from 'zod';
import type {Clock} from '../../core/ports/clock.js';
import type {PrivateMessage} from '../../core/ports/chat.js';
import type {JoinMeeting, JoinOutcome} from '../../core/usecases/join-meeting.js';
import {withDeadline} from '../../lib/deadline.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import {type ActionPress, defineAction, type PressAnswer} from './action.js';
import type {Drawing} from './draw-button.js';

const values = z.object({
  channelId: z.string(),
  rootId: z.string(),
  number: z.string(),
  link: z.string(),
});

type HeldJoin = Readonly<z.infer<typeof values>>;

export interface JoinAgainDeps {
  clock: Clock;
  joinMeeting: JoinMeeting;
  renderJoin: (outcome: JoinOutcome, wish: HeldJoin & {userId: string}, drawing: Drawing) => PrivateMessage;
}

/** Looks again whether a meeting has begun. What there is to say takes the place of what was said before. */
export const joinAgain = defineAction({
  name: 'join-again',
  values,
  livesFor: 24 * 60 * 60 * 1000,
  whenExpired: 'join.again.expired',
  look: (_held: HeldJoin, translate) => ({
    id: 'joinAgain',
    name: translate('join.again.button'),
    style: 'primary',
  }),
  async press(
    {user, reader, place, values: held}: ActionPress<HeldJoin>,
    deps: JoinAgainDeps,
  ): Promise<PressAnswer> {
    const {translate} = reader;
    const {number, link} = held;
    const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.joinMeeting({userId: user.id, user: Promise.resolve(user), number, link, signal}),
    );
    const {text, attachments} = deps.renderJoin(outcome, {...held, userId: user.id}, {place, translate});
    return {text, ...(attachments && {attachments})};
  },
});
