import type {Preferences} from '../../../contract/preferences.js';
import {zoomAppLink} from '../../../contract/zoom-app-link.js';
import type {PostButton} from '../../core/domain/post-content.js';
import type {CommandReply} from '../../core/ports/application.js';
import type {PrivatePlace} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {StartOutcome} from '../../core/usecases/start-outcome.js';
import {chooseMeetingId} from '../actions/choose-meeting-id.js';
import {type DrawButton, type Drawing, withButtons} from '../actions/draw-button.js';
import {startAnother} from '../actions/start-another.js';
import {startForMany} from '../actions/start-for-many.js';
import {tryAgain} from '../actions/try-again.js';
import {type DescribeStart, joinExisting, type NotStarted} from '../describe-start.js';
import {type HeldStart, holdStart, type StartWish} from '../held-start.js';
import type {Reader} from '../reader.js';
import type {RenderStarted} from '../render-started.js';
import {startNotices} from '../start-notices.js';

/** What the starter alone reads about a start. */
export type RenderStart = (
  outcome: StartOutcome,
  context: {
    reader: Reader;
    wish: StartWish;
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
  (outcome, {reader, wish, preferences, ...told}) => {
    const {userId, channelId, rootId, drawsCards} = wish;
    const {translate} = reader;
    const place = told.place ?? {channelId, rootId, createdAt: clock.now()};
    const {createdAt} = place;
    if (outcome.kind !== 'started') {
      const {buttons, more = []} = wayOn(
        outcome,
        {held: holdStart(wish), userId, drawing: {place, translate}},
        drawButton,
      );
      const text = [describeStart(outcome, reader), ...more].join(' ');
      return buttons === undefined ? {text} : {...withButtons(text, ...buttons(text)), createdAt};
    }
    const opens = preferences.open !== 'off';
    const started = renderStarted(outcome.card, {place, translate, drawsCards, opens});
    const notices = startNotices(outcome, translate);
    const reply = {...started, text: [...notices, started.text].join('\n'), createdAt};
    if (!opens) return reply;
    const {joinUrl} = outcome.card.meeting;
    return {...reply, goToUrl: preferences.app === 'zoom' ? (zoomAppLink(joinUrl) ?? joinUrl) : joinUrl};
  };

interface Asked {
  held: HeldStart;
  userId: string;
  drawing: Drawing;
}

interface WayOn {
  /** Behind what the outcome says. */
  more?: readonly string[];
  /** Below the whole text. */
  buttons?: (text: string) => readonly (PostButton | undefined)[];
}

/** What the starter can do now. */
function wayOn(outcome: NotStarted, {held, userId, drawing}: Asked, drawButton: DrawButton): WayOn {
  switch (outcome.kind) {
    case 'duplicate': {
      const join = joinExisting(drawing.translate, outcome.existing);
      return {
        ...(join !== undefined && {more: [join]}),
        buttons: (question) => [drawButton(startAnother, {userId, values: {...held, question}}, drawing)],
      };
    }
    case 'which-meeting-id':
      return {
        buttons: () =>
          (['unique', 'personal'] as const).map((meetingId) =>
            drawButton(chooseMeetingId, {userId, values: {...held, meetingId}}, drawing),
          ),
      };
    case 'large-channel': {
      const values = {...held, members: String(outcome.members)};
      return {buttons: () => [drawButton(startForMany, {userId, values}, drawing)]};
    }
    case 'not-in-zoom':
      return {buttons: () => [drawButton(tryAgain, {userId, values: held}, drawing)]};
    default:
      return {};
  }
}
