import type {Preferences} from '../../../contract/preferences.js';
import {zoomAppLink} from '../../../contract/zoom-app-link.js';
import type {CommandReply, CommandRequest} from '../../core/ports/application.js';
import type {PrivatePlace} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {StartOutcome} from '../../core/usecases/start-outcome.js';
import {type DrawButton, withButtons} from '../actions/draw-button.js';
import {startAnother} from '../actions/start-another.js';
import {tryAgain} from '../actions/try-again.js';
import {type DescribeStart, joinExisting} from '../describe-start.js';
import type {Reader} from '../reader.js';
import type {RenderStarted} from '../render-started.js';

/** What the starter alone reads about a start that they typed. */
export type RenderStart = (
  outcome: StartOutcome,
  context: {
    reader: Reader;
    request: Pick<CommandRequest, 'userId' | 'channelId' | 'rootId' | 'drawsCards'>;
    topic: string;
    preferences: Preferences;
    /** Where the answer stands; without it, in a new message where the start was asked for. */
    place?: PrivatePlace;
  },
) => CommandReply;

interface RenderStartDeps {
  clock: Clock;
  describeStart: DescribeStart;
  renderStarted: RenderStarted;
  drawButton: DrawButton;
}

export const createRenderStart =
  ({clock, describeStart, renderStarted, drawButton}: RenderStartDeps): RenderStart =>
  (outcome, {reader, request: {userId, channelId, rootId, drawsCards}, topic, preferences, ...told}) => {
    const {translate} = reader;
    const place = told.place ?? {channelId, rootId, createdAt: clock.now()};
    const {createdAt} = place;
    const held = {channelId, rootId, topic, drawsCards: drawsCards ? 'yes' : 'no'} as const;
    if (outcome.kind === 'duplicate') {
      const join = joinExisting(translate, outcome.existing);
      const question = [describeStart(outcome, reader), ...(join === undefined ? [] : [join])].join(' ');
      const button = drawButton(startAnother, {userId, values: {...held, question}}, {place, translate});
      return {...withButtons(question, button), createdAt};
    }
    if (outcome.kind === 'not-in-zoom') {
      const button = drawButton(tryAgain, {userId, values: held}, {place, translate});
      return {...withButtons(describeStart(outcome, reader), button), createdAt};
    }
    if (outcome.kind !== 'started') return {text: describeStart(outcome, reader)};
    const opens = preferences.open !== 'off';
    const reply = {...renderStarted(outcome.card, {place, translate, drawsCards, opens}), createdAt};
    if (!opens) return reply;
    const {joinUrl} = outcome.card.meeting;
    return {...reply, goToUrl: preferences.app === 'zoom' ? (zoomAppLink(joinUrl) ?? joinUrl) : joinUrl};
  };
