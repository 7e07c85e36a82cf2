import * as z from 'zod';
import {type Preferences, readPreferences} from '../../../contract/preferences.js';
import type {Chat, PrivateMessage, PrivatePlace} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {StartMeeting} from '../../core/usecases/start-meeting.js';
import type {StartOutcome} from '../../core/usecases/start-outcome.js';
import {withDeadline} from '../../lib/deadline.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import type {Reader} from '../reader.js';
import {tellIfOutOfSight} from '../tell-if-out-of-sight.js';
import {type ActionPress, defineAction} from './action.js';

/** A start that failed for something that its starter, or their administrator, can put right in Zoom. */
type FailedStart = Readonly<{
  channelId: string;
  rootId: string;
  topic: string;
  /** The starter sees cards with buttons of their own. */
  drawsCards: 'yes' | 'no';
}>;

const values = z.object({
  channelId: z.string(),
  rootId: z.string(),
  topic: z.string(),
  drawsCards: z.enum(['yes', 'no']),
});

export interface TryAgainDeps {
  chat: Pick<Chat, 'sendDirectMessage'>;
  logger: Logger;
  clock: Clock;
  startMeeting: StartMeeting;
  renderStart: (
    outcome: StartOutcome,
    context: {
      reader: Reader;
      request: {userId: string; channelId: string; rootId: string; drawsCards: boolean};
      topic: string;
      preferences: Preferences;
      place: PrivatePlace;
    },
  ) => PrivateMessage;
}

/** The same start once more, with everything checked anew. Somebody at another desk may have to do something first. */
export const tryAgain = defineAction({
  name: 'try-again',
  values,
  livesFor: 24 * 60 * 60 * 1000,
  whenExpired: 'start.tryAgain.expired',
  look: (_start: FailedStart, translate) => ({
    id: 'tryAgain',
    name: translate('start.tryAgain.button'),
    style: 'primary',
  }),
  async press(
    {
      user,
      reader,
      place,
      values: {channelId, rootId, topic, drawsCards: draws},
    }: ActionPress<z.infer<typeof values>>,
    {chat, logger, clock, startMeeting, renderStart}: TryAgainDeps,
  ) {
    const drawsCards = draws === 'yes';
    const by = {userId: user.id, user: Promise.resolve(user), mayPostHere: false, drawsCards};
    const outcome = await withDeadline(clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      startMeeting({...by, channelId, rootId, topic, besides: false, signal}),
    );
    const request = {userId: user.id, channelId, rootId, drawsCards};
    // Nothing opens by itself after a press: Mattermost has no answer to one that opens a page.
    const preferences = {...readPreferences({}), open: 'off'} as const;
    const message = renderStart(outcome, {reader, request, topic, place, preferences});
    await tellIfOutOfSight({chat, logger}, {userId: user.id, outcome, message});
    return message;
  },
});
