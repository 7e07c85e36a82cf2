import * as z from 'zod';
import type {Clock} from '../../core/ports/clock.js';
import type {RegisterPeople} from '../../core/usecases/register-people.js';
import {withDeadline} from '../../lib/deadline.js';
import type {DescribeRegistered} from '../describe-registered.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import {type ActionPress, defineAction} from './action.js';
import {withButtons} from './draw-button.js';
import {heldPeople, readPeople} from './held-people.js';

const values = z.object({number: z.string(), people: heldPeople});

export interface RegisterPeopleActionDeps {
  clock: Clock;
  registerPeople: RegisterPeople;
  describeRegistered: DescribeRegistered;
}

/** Only their direct message carries it, where it was only claimed who wants to register somebody. */
export const registerPeopleAction = defineAction({
  name: 'register-people',
  values,
  livesFor: 10 * 60 * 1000,
  whenExpired: 'register.expired',
  look: (_held: {number: string; people: string}, translate) => ({
    id: 'registerPeople',
    name: translate('register.button'),
    style: 'primary',
  }),
  async press(
    {user, reader, again, values: held}: ActionPress<z.infer<typeof values>>,
    deps: RegisterPeopleActionDeps,
  ) {
    const asked = {
      ...readPeople(held.people),
      number: held.number,
      userId: user.id,
      user: Promise.resolve(user),
    };
    const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.registerPeople({...asked, signal}),
    );
    const text = deps.describeRegistered(outcome, reader);
    return withButtons(text, outcome.kind === 'zoom-trouble' ? again() : undefined);
  },
});
