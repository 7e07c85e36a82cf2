import {type Preferences, readPreferences} from '../../../contract/preferences.js';
import type {Chat, PrivateMessage, PrivatePlace} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {StartMeeting} from '../../core/usecases/start-meeting.js';
import type {StartOutcome} from '../../core/usecases/start-outcome.js';
import {withDeadline} from '../../lib/deadline.js';
import {type HeldStart, type StartWish, wishOf} from '../held-start.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import type {Reader} from '../reader.js';
import {tellIfOutOfSight} from '../tell-if-out-of-sight.js';
import type {ActionPress} from './action.js';

export interface PressStartDeps {
  chat: Pick<Chat, 'sendDirectMessage'>;
  logger: Logger;
  clock: Clock;
  startMeeting: StartMeeting;
  renderStart: (
    outcome: StartOutcome,
    context: {reader: Reader; wish: StartWish; preferences: Preferences; place: PrivatePlace},
  ) => PrivateMessage;
}

/** Nothing opens by itself after a press: Mattermost has no answer to one that opens a page. */
const PREFERENCES = {...readPreferences({}), open: 'off'} as const;

/** Starts what a button has held back. Everything is checked anew; what its starter has said is not asked again. */
export async function pressStart(
  {user, reader, place}: Pick<ActionPress<unknown>, 'user' | 'reader' | 'place'>,
  held: HeldStart,
  {chat, logger, clock, startMeeting, renderStart}: PressStartDeps,
): Promise<{outcome: StartOutcome; message: PrivateMessage}> {
  const wish = wishOf(user.id, held);
  const outcome = await withDeadline(clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
    startMeeting({...wish, user: Promise.resolve(user), mayPostHere: false, signal}),
  );
  const message = renderStart(outcome, {reader, wish, place, preferences: PREFERENCES});
  await tellIfOutOfSight({chat, logger}, {userId: user.id, outcome, message});
  return {outcome, message};
}
