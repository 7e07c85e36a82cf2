import * as z from 'zod';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {StartMeeting} from '../../core/usecases/start-meeting.js';
import {withDeadline} from '../../lib/deadline.js';
import type {DescribeStart, NotStarted} from '../describe-start.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import type {RenderStarted} from '../render-started.js';
import {tellIfOutOfSight} from '../tell-if-out-of-sight.js';
import {type ActionPress, defineAction} from './action.js';
import {withButtons} from './draw-button.js';

/** The start that was held back because another meeting is on. */
type HeldStart = Readonly<{
  channelId: string;
  rootId: string;
  topic: string;
  /** What was asked, with the way into the other meeting: it stays in sight when this start fails. */
  question: string;
  /** The starter sees cards with buttons of their own. */
  drawsCards: 'yes' | 'no';
}>;

const values = z.object({
  channelId: z.string(),
  rootId: z.string(),
  topic: z.string(),
  // Version 3.0 drew none.
  question: z.string().default(''),
  drawsCards: z.enum(['yes', 'no']).default('no'),
});

/** What stays of the question when no other meeting was started. */
const AFTER_FAILURE = {
  'already-started': 'nothing',
  duplicate: 'nothing',
  'not-posted': 'nothing',
  'too-many': 'the question and the button',
  'zoom-trouble': 'the question and the button',
  'store-unavailable': 'the question and the button',
  'chat-unavailable': 'the question and the button',
  'chat-refused': 'the question and the button',
  'bot-shut-out': 'the question and the button',
  'no-access': 'the question',
  unseen: 'the question',
  archived: 'the question',
  restricted: 'the question',
  refused: 'the question',
  'email-unconfirmed': 'the question',
  'not-in-zoom': 'the question and the button',
  'not-connected': 'the question and the button',
  'not-configured': 'the question',
  'record-unreadable': 'the question',
} as const satisfies Record<NotStarted['kind'], string>;

export interface StartAnotherDeps {
  chat: Pick<Chat, 'sendDirectMessage'>;
  logger: Logger;
  clock: Clock;
  startMeeting: StartMeeting;
  describeStart: DescribeStart;
  renderStarted: RenderStarted;
}

/** Answers the question about a second meeting. Everything is checked again; only the question is not asked twice. */
export const startAnother = defineAction({
  name: 'start-another',
  values,
  livesFor: 10 * 60 * 1000,
  whenExpired: 'start.another.expired',
  look: (_start: HeldStart, translate) => ({
    id: 'startAnother',
    name: translate('start.another.button'),
    style: 'default',
  }),
  async press(
    {user, reader, place, again, values: held}: ActionPress<z.infer<typeof values>>,
    {chat, logger, clock, startMeeting, describeStart, renderStarted}: StartAnotherDeps,
  ) {
    const {channelId, rootId, topic, question} = held;
    const drawsCards = held.drawsCards === 'yes';
    const by = {userId: user.id, user: Promise.resolve(user), mayPostHere: false, drawsCards};
    const outcome = await withDeadline(clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      startMeeting({...by, channelId, rootId, topic, besides: true, signal}),
    );
    if (outcome.kind === 'started') {
      return renderStarted(outcome.card, {place, translate: reader.translate, drawsCards, opens: false});
    }
    const failure = describeStart(outcome, reader);
    await tellIfOutOfSight({chat, logger}, {userId: user.id, outcome, message: {text: failure}});
    const left = AFTER_FAILURE[outcome.kind];
    const text = left === 'nothing' || question === '' ? failure : `${question}\n\n${failure}`;
    return withButtons(text, left === 'the question and the button' ? again() : undefined);
  },
});
