import type {PostButton} from '../../core/domain/post-content.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Translate} from '../../core/ports/texts.js';
import type {StartMeeting} from '../../core/usecases/start-meeting.js';
import {abortAfter} from '../../lib/abort-after.js';
import type {DescribeStart} from '../describe-start.js';
import type {Action} from './action.js';
import {type ButtonDeps, drawButton} from './draw-button.js';

const ACTION = 'start-another';
const EXPIRES_AFTER_MS = 10 * 60 * 1000;
const BEGIN_NOTHING_AFTER_MS = 7_500;

/** The start that was held back because another meeting is on. */
export type DrawStartAnother = (
  start: {userId: string; channelId: string; rootId: string; topic: string},
  translate: Translate,
) => PostButton | undefined;

export const createDrawStartAnother =
  (deps: ButtonDeps): DrawStartAnother =>
  ({userId, channelId, rootId, topic}, translate) =>
    drawButton(deps, {
      id: 'startAnother',
      name: translate('start.another.button'),
      style: 'default',
      action: ACTION,
      userId,
      livesFor: EXPIRES_AFTER_MS,
      values: {channelId, rootId, topic},
    });

interface StartAnotherDeps {
  clock: Clock;
  startMeeting: StartMeeting;
  describeStart: DescribeStart;
}

/** The press: everything is checked again, only the question is not asked a second time. */
export const startAnotherAction = ({clock, startMeeting, describeStart}: StartAnotherDeps): Action => ({
  name: ACTION,
  whenExpired: 'start.another.expired',
  async press({user, reader, values: {channelId = '', rootId = '', topic = ''}}) {
    const {signal, cancel} = abortAfter(clock, BEGIN_NOTHING_AFTER_MS);
    const start = {
      userId: user.id,
      user: Promise.resolve(user),
      channelId,
      rootId,
      topic,
      besides: true,
      signal,
    };
    const outcome = await startMeeting(start).finally(cancel);
    if (outcome.kind !== 'started') return {text: describeStart(outcome, reader)};
    return {text: reader.translate('start.another.done', {url: outcome.card.meeting.joinUrl})};
  },
});
