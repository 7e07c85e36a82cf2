import type {Cards} from '../core/ports/cards.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {Tally} from '../core/ports/tally.js';
import type {Zoom} from '../core/ports/zoom.js';
import {createAdoptOfficialCard} from '../core/usecases/adopt-official-card.js';
import {createAskSeldom} from '../core/usecases/ask-seldom.js';
import {createAskZoomAbout} from '../core/usecases/ask-zoom-about.js';
import type {AwaitStart} from '../core/usecases/await-start.js';
import type {DrawCard} from '../core/usecases/draw-card.js';
import {createHearOfMeeting} from '../core/usecases/hear-of-meeting.js';
import {createPace} from '../core/usecases/pace.js';
import {createRecordMeetingEvent} from '../core/usecases/record-meeting-event.js';
import {createShowCards} from '../core/usecases/show-cards.js';
import {createShowLagging} from '../core/usecases/show-lagging.js';
import {createUnseenCards} from '../core/usecases/unseen-cards.js';
import {startDeadline} from '../lib/deadline.js';
import {createKeyedQueue} from '../lib/keyed-queue.js';
import {texts} from '../messages/texts.js';

/** For one question about a meeting: the call, and its repetition. */
const ASK_ZOOM_DEADLINE_MS = 15_000;
/** Updates of one card's post. */
const SHOW_EVERY_MS = 1_000;
/** Questions about one meeting number that late webhooks make us ask; jobs have a schedule of minutes. */
const ASK_EVERY_MS = 30_000;

interface FollowMeetingsNeeds {
  chat: Chat;
  clock: Clock;
  logger: Logger;
  cards: Cards;
  /** Resolves when no card of this meeting is about to be written. */
  settled: (number: string) => Promise<void>;
  awaitStart: AwaitStart;
  /** Called when a post lags behind its card. */
  leftUnshown: (number: string) => void;
  /** Runs on after the answer. A stop of the plugin waits for it. */
  inBackground: (work: Promise<void>) => void;
  ledNowhere: Tally<string>;
}

/** What a card follows: Zoom's events, and Zoom's answers to our questions. */
export function composeFollowMeetings({
  chat,
  clock,
  logger,
  cards,
  settled,
  awaitStart,
  leftUnshown,
  inBackground,
  ledNowhere,
}: FollowMeetingsNeeds) {
  const queue = createKeyedQueue();
  const pace = createPace({clock, everyMs: SHOW_EVERY_MS});
  const askPace = createPace({clock, everyMs: ASK_EVERY_MS});
  const adoptOfficialCard = createAdoptOfficialCard({chat, cards});
  const unseen = createUnseenCards({chat, clock, logger, queue, texts});
  const newDeadline = (): AbortSignal => startDeadline(clock, ASK_ZOOM_DEADLINE_MS).signal;
  return {
    /** Cards whose channel the bot is not in any more, as far as this process knows. */
    countUnseen: unseen.count,
    /** `zoom` is `undefined` while the settings lack what a connection needs; then it is not asked. */
    assemble(zoom: Zoom | undefined, drawCard: DrawCard) {
      const showCards = createShowCards({
        chat,
        logger,
        drawCard,
        pace,
        queue,
        unseen,
        inBackground,
        leftUnshown,
      });
      const showLagging = createShowLagging({cards, showCards, queue});
      const record = createRecordMeetingEvent({
        cards,
        queue,
        settled,
        showCards,
        leftUnshown,
        awaitStart,
        adoptOfficialCard,
      });
      const askZoomAbout = createAskZoomAbout({zoom, cards, clock, record, ledNowhere, newDeadline});
      const askSeldom = createAskSeldom({askZoomAbout, pace: askPace, inBackground});
      const hearOfMeeting = createHearOfMeeting({record, askZoomAbout: askSeldom});
      return {record, hearOfMeeting, showLagging, askZoomAbout};
    },
  };
}
