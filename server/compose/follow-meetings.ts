import type {Card} from '../core/domain/card.js';
import {linkHosts} from '../core/domain/zoom-addresses.js';
import type {Cards} from '../core/ports/cards.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {Tally} from '../core/ports/tally.js';
import type {Zoom, ZoomGrants} from '../core/ports/zoom.js';
import {createAdoptOfficialCard} from '../core/usecases/adopt-official-card.js';
import {createAskAttendance} from '../core/usecases/ask-attendance.js';
import {createAskSeldom} from '../core/usecases/ask-seldom.js';
import {createAskZoomAbout} from '../core/usecases/ask-zoom-about.js';
import {createAskPlanned} from '../core/usecases/ask-planned.js';
import type {AwaitStart} from '../core/usecases/await-start.js';
import type {DrawCard} from '../core/usecases/draw-card.js';
import type {KeepInSight} from '../core/usecases/keep-in-sight.js';
import {createHearOfMeeting} from '../core/usecases/hear-of-meeting.js';
import {createHearOfParticipant} from '../core/usecases/hear-of-participant.js';
import {createHearOfPlan} from '../core/usecases/hear-of-plan.js';
import {createPace} from '../core/usecases/pace.js';
import {createReadRoles} from '../core/usecases/read-roles.js';
import {createRecentPeople} from '../core/usecases/recent-people.js';
import {createRecogniseParticipant} from '../core/usecases/recognise-participant.js';
import {createRecordMeetingEvent} from '../core/usecases/record-meeting-event.js';
import {createShowCards} from '../core/usecases/show-cards.js';
import {createShowLagging} from '../core/usecases/show-lagging.js';
import {createShowSoon} from '../core/usecases/show-soon.js';
import {createTellHostOfArrival} from '../core/usecases/tell-host-of-arrival.js';
import {createUnseenCards} from '../core/usecases/unseen-cards.js';
import type {DrawButton} from '../inbound/actions/draw-button.js';
import {createDrawArrival} from '../inbound/draw-arrival.js';
import type {Situation} from '../inbound/features.js';
import {startDeadline, withDeadline} from '../lib/deadline.js';
import {createKeyedQueue} from '../lib/keyed-queue.js';
import {texts} from '../messages/texts.js';

/** For one question about a meeting: the call, and its repetition. */
const ASK_ZOOM_DEADLINE_MS = 15_000;
/** Updates of one card's post. */
const SHOW_EVERY_MS = 1_000;
/** Questions about one meeting number that late webhooks make us ask; jobs have a schedule of minutes. */
const ASK_EVERY_MS = 30_000;
/** Of the time that Zoom waits, what Mattermost may take to say who somebody is. */
const RECOGNISE_WITHIN_MS = 1_000;

interface FollowMeetingsNeeds {
  chat: Chat;
  clock: Clock;
  logger: Logger;
  cards: Cards;
  /** Resolves when no card of this meeting is about to be written. */
  settled: (number: string) => Promise<void>;
  awaitStart: AwaitStart;
  awaitKnownStart: AwaitStart;
  /** Somebody has to notice the end of its meeting. */
  watch: (card: Card) => void;
  /** Called with cards that have begun. */
  keepInSight: KeepInSight;
  /** Called when a post lags behind its card. */
  leftUnshown: (number: string) => void;
  /** Called when nobody is to ask Zoom about a meeting any more, and it runs. */
  watchAgain: (number: string) => void;
  /** Runs on after the answer. A stop of the plugin waits for it. */
  inBackground: (work: Promise<void>) => void;
  ledNowhere: Tally<string>;
}

/** With what it is followed. */
interface FollowMeetingsTasks {
  /** `undefined` while the settings lack what a connection needs; then it is not asked. */
  zoom: Zoom | undefined;
  consents: Pick<ZoomGrants, 'grants'>;
  drawCard: DrawCard;
  drawButton: DrawButton;
}

/** What a card follows: Zoom's events, and Zoom's answers to our questions. */
export function composeFollowMeetings({
  chat,
  clock,
  logger,
  cards,
  settled,
  awaitStart,
  awaitKnownStart,
  watch,
  keepInSight,
  leftUnshown,
  watchAgain,
  inBackground,
  ledNowhere,
}: FollowMeetingsNeeds) {
  const queue = createKeyedQueue();
  const pace = createPace({clock, everyMs: SHOW_EVERY_MS});
  const askPace = createPace({clock, everyMs: ASK_EVERY_MS});
  const adoptOfficialCard = createAdoptOfficialCard({chat, cards, watch});
  const unseen = createUnseenCards({chat, clock, logger, queue, texts});
  const newDeadline = (): AbortSignal => startDeadline(clock, ASK_ZOOM_DEADLINE_MS).signal;
  return {
    /** Cards whose channel the bot is not in any more, as far as this process knows. */
    countUnseen: unseen.count,
    assemble({settings}: Situation, {zoom, consents, drawCard, drawButton}: FollowMeetingsTasks) {
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
      const showSoon = createShowSoon({showLagging, clock, logger, inBackground, leftUnshown});
      const drawArrival = createDrawArrival({drawButton, texts});
      const tellHostOfArrival = createTellHostOfArrival({
        cards,
        chat,
        clock,
        logger,
        drawArrival,
        queue,
        inBackground,
      });
      const record = createRecordMeetingEvent({
        cards,
        queue,
        settled,
        showCards,
        peopleChanged({kind, number}, changed) {
          showSoon(number, kind === 'left' ? 'after-a-while' : 'now');
          if (kind === 'joined') tellHostOfArrival(number, changed);
        },
        begun: keepInSight,
        leftUnshown,
        watchAgain,
        awaitStart,
        adoptOfficialCard,
      });
      const askPlanned = createAskPlanned({
        clock,
        record,
        readRoles: createReadRoles({chat, trustUnverifiedEmails: settings.trustUnverifiedEmails}),
        linkHosts: linkHosts(settings.zoom?.addresses),
      });
      const askZoomAbout = createAskZoomAbout({
        zoom,
        cards,
        clock,
        record,
        askPlanned,
        ledNowhere,
        newDeadline,
      });
      const askSeldom = createAskSeldom({askZoomAbout, pace: askPace, inBackground});
      const hearOfMeeting = createHearOfMeeting({record, askZoomAbout: askSeldom});
      const recognise = createRecogniseParticipant({
        chat,
        grants: consents.grants,
        // Other settings may trust other addresses.
        recentPeople: createRecentPeople({clock}),
        trustUnverifiedEmails: settings.trustUnverifiedEmails,
        inTime: (work, late) => withDeadline(clock, RECOGNISE_WITHIN_MS, ({orLate}) => orLate(work, late)),
      });
      const hearOfParticipant = createHearOfParticipant({cards, settled, awaitKnownStart, recognise, record});
      const askAttendance = createAskAttendance({
        zoom,
        cards,
        clock,
        record,
        recognise,
        isEachAskedFor: settings.zoom?.connection.consent === 'person',
        ledNowhere,
        newDeadline,
      });
      const hearOfPlan = createHearOfPlan({cards, settled, record, askZoomAbout: askSeldom});
      return {
        record,
        hearOfMeeting,
        hearOfParticipant,
        hearOfPlan,
        showLagging,
        askPlanned,
        askZoomAbout,
        askAttendance,
      };
    },
  };
}
