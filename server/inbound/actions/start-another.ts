import type {PostButton} from '../../core/domain/post-content.js';
import type {Clock} from '../../core/ports/clock.js';
import type {StartMeeting} from '../../core/usecases/start-meeting.js';
import {abortAfter} from '../../lib/abort-after.js';
import type {DescribeStart, NotStarted} from '../describe-start.js';
import type {RenderStarted} from '../render-started.js';
import type {Action} from './action.js';
import {type ButtonDeps, type Drawing, drawButton, withButtons} from './draw-button.js';

const ACTION = 'start-another';
const EXPIRES_AFTER_MS = 10 * 60 * 1000;
const BEGIN_NOTHING_AFTER_MS = 7_500;

/** The start that was held back because another meeting is on, to be made where the question stands. */
export interface HeldStart {
  userId: string;
  topic: string;
  drawsCards: boolean;
  /** What was asked, with the way into the other meeting: it stays in sight when this start fails. */
  question: string;
}

export type DrawStartAnother = (start: HeldStart, drawing: Drawing) => PostButton | undefined;

export const createDrawStartAnother =
  (deps: ButtonDeps): DrawStartAnother =>
  ({userId, topic, drawsCards, question}, {place, translate}) =>
    drawButton(deps, {
      id: 'startAnother',
      name: translate('start.another.button'),
      style: 'default',
      action: ACTION,
      userId,
      place,
      livesFor: EXPIRES_AFTER_MS,
      // Version 3.0 looks for the channel and the thread here.
      values: {
        channelId: place.channelId,
        rootId: place.rootId,
        topic,
        question,
        drawsCards: drawsCards ? 'yes' : 'no',
      },
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
  'no-access': 'the question',
  archived: 'the question',
  restricted: 'the question',
  refused: 'the question',
  'email-unconfirmed': 'the question',
  'not-in-zoom': 'the question',
  'not-configured': 'the question',
  'record-unreadable': 'the question',
} as const satisfies Record<NotStarted['kind'], string>;

interface StartAnotherDeps {
  clock: Clock;
  startMeeting: StartMeeting;
  describeStart: DescribeStart;
  renderStarted: RenderStarted;
  drawStartAnother: DrawStartAnother;
}

/** The press: everything is checked again, only the question is not asked a second time. */
export const startAnotherAction = (deps: StartAnotherDeps): Action => ({
  name: ACTION,
  whenExpired: 'start.another.expired',
  async press({user, reader, place, values}) {
    const {channelId = '', rootId = '', topic = '', question = ''} = values;
    const drawsCards = values['drawsCards'] === 'yes';
    const {signal, cancel} = abortAfter(deps.clock, BEGIN_NOTHING_AFTER_MS);
    const userId = user.id;
    const by = {userId, user: Promise.resolve(user), mayPostHere: false};
    const outcome = await deps
      .startMeeting({...by, channelId, rootId, topic, besides: true, signal})
      .finally(cancel);
    const drawing = {place, translate: reader.translate};
    if (outcome.kind === 'started') {
      return deps.renderStarted(outcome.card, {...drawing, drawsCards, opens: false});
    }
    const failure = deps.describeStart(outcome, reader);
    const left = AFTER_FAILURE[outcome.kind];
    const text = left === 'nothing' || question === '' ? failure : `${question}\n\n${failure}`;
    const isAskedAgain = left === 'the question and the button';
    const button = isAskedAgain
      ? deps.drawStartAnother({userId, topic, drawsCards, question}, drawing)
      : undefined;
    return withButtons(text, button);
  },
});
