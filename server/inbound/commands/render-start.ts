import type {Preferences} from '../../../contract/preferences.js';
import {zoomAppLink} from '../../../contract/zoom-app-link.js';
import type {CommandReply, CommandRequest} from '../../core/ports/application.js';
import type {Clock} from '../../core/ports/clock.js';
import type {StartOutcome} from '../../core/usecases/start-outcome.js';
import {type DrawButton, withButtons} from '../actions/draw-button.js';
import {startAnother} from '../actions/start-another.js';
import {type DescribeStart, joinExisting} from '../describe-start.js';
import type {Reader} from '../reader.js';
import type {RenderStarted} from '../render-started.js';

/** What the starter alone reads about a start that they typed. */
export type RenderStart = (
  outcome: StartOutcome,
  context: {reader: Reader; request: CommandRequest; topic: string; preferences: Preferences},
) => CommandReply;

interface RenderStartDeps {
  clock: Clock;
  describeStart: DescribeStart;
  renderStarted: RenderStarted;
  drawButton: DrawButton;
}

export const createRenderStart =
  ({clock, describeStart, renderStarted, drawButton}: RenderStartDeps): RenderStart =>
  (outcome, {reader, request: {userId, channelId, rootId, drawsCards}, topic, preferences}) => {
    const {translate} = reader;
    const createdAt = clock.now();
    const place = {channelId, rootId, createdAt};
    if (outcome.kind === 'duplicate') {
      const join = joinExisting(translate, outcome.existing);
      const question = [describeStart(outcome, reader), ...(join === undefined ? [] : [join])].join(' ');
      const values = {channelId, rootId, topic, question, drawsCards: drawsCards ? 'yes' : 'no'} as const;
      const button = drawButton(startAnother, {userId, values}, {place, translate});
      return {...withButtons(question, button), createdAt};
    }
    if (outcome.kind !== 'started') return {text: describeStart(outcome, reader)};
    const opens = preferences.open !== 'off';
    const reply = {...renderStarted(outcome.card, {place, translate, drawsCards, opens}), createdAt};
    if (!opens) return reply;
    const {joinUrl} = outcome.card.meeting;
    return {...reply, goToUrl: preferences.app === 'zoom' ? (zoomAppLink(joinUrl) ?? joinUrl) : joinUrl};
  };
