import * as z from 'zod';
import type {Clock} from '../../core/ports/clock.js';
import type {SendInvitation} from '../../core/usecases/send-invitation.js';
import {withDeadline} from '../../lib/deadline.js';
import type {DescribeInvitation} from '../describe-invitation.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import {describeSent} from '../describe-sent.js';
import {type ActionPress, defineAction} from './action.js';
import {heldPeople, readPeople} from './held-people.js';
import {withButtons} from './draw-button.js';

const values = z.object({number: z.string(), cardId: z.string(), people: heldPeople});

export interface SendInvitationActionDeps {
  clock: Clock;
  sendInvitation: SendInvitation;
  describeInvitation: DescribeInvitation;
}

/** Only their direct message carries it, where it was only claimed who wants to send something. */
export const sendInvitationAction = defineAction({
  name: 'send-invitation',
  values,
  livesFor: 10 * 60 * 1000,
  whenExpired: 'invitation.expired',
  look: (_held: {number: string; cardId: string; people: string}, translate) => ({
    id: 'sendInvitation',
    name: translate('invitation.send.button'),
    style: 'primary',
  }),
  async press(press: ActionPress<z.infer<typeof values>>, deps: SendInvitationActionDeps) {
    const {user, reader, again} = press;
    const {people, ...named} = press.values;
    const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.sendInvitation({
        ...named,
        ...readPeople(people),
        userId: user.id,
        user: Promise.resolve(user),
        signal,
      }),
    );
    const text = describeSent(outcome, reader, deps.describeInvitation);
    return withButtons(text, outcome.kind === 'zoom-trouble' ? again() : undefined);
  },
});
