import type {Capabilities} from '../core/domain/capabilities.js';
import type {Card} from '../core/domain/card.js';
import type {AskedPlaces} from '../core/ports/asked-places.js';
import type {Cards} from '../core/ports/cards.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Intents} from '../core/ports/intents.js';
import type {Logger} from '../core/ports/logger.js';
import type {Metrics} from '../core/ports/metrics.js';
import type {Random} from '../core/ports/random.js';
import type {WebhookActivityLog} from '../core/ports/webhook-activity-log.js';
import type {Zoom, ZoomGrants} from '../core/ports/zoom.js';
import {createAllowance} from '../core/usecases/allowance.js';
import {createAwaitStart} from '../core/usecases/await-start.js';
import type {DrawCard} from '../core/usecases/draw-card.js';
import type {FindOwnRunning} from '../core/usecases/find-own-running.js';
import {createNoteRunning} from '../core/usecases/note-running.js';
import {createKeepInSight} from '../core/usecases/keep-in-sight.js';
import {createPostIntent} from '../core/usecases/post-intent.js';
import {createRecentStrangers} from '../core/usecases/recent-strangers.js';
import {createRecoverIntents} from '../core/usecases/recover-intents.js';
import {createRememberAsked} from '../core/usecases/remember-asked.js';
import {createRunningStarts} from '../core/usecases/running-starts.js';
import {createStartMeeting} from '../core/usecases/start-meeting.js';
import type {StartOutcome} from '../core/usecases/start-outcome.js';
import type {Situation} from '../inbound/features.js';
import {createDescribeStart} from '../inbound/describe-start.js';
import {nextLook} from '../inbound/jobs/next-look.js';
import type {PutOff} from '../inbound/jobs/put-off.js';
import {connectUrlIn} from '../inbound/connect-url.js';
import {settingsUrlIn} from '../inbound/settings-url.js';
import {createSharedLook} from '../lib/create-shared-look.js';
import {newId} from '../lib/new-id.js';
import {texts} from '../messages/texts.js';

interface StartMeetingsNeeds {
  capabilities: Capabilities;
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  metrics: Metrics;
  cards: Cards;
  intents: Intents;
  activity: Pick<WebhookActivityLog, 'note'>;
  askedPlaces: Pick<AskedPlaces, 'note'>;
  putOff: PutOff;
  /** A start could not be finished. */
  leftBehind: () => void;
  /** Resolves when what was interrupted is finished, as far as that is possible now. */
  finishInterrupted: () => Promise<void>;
  inBackground: (work: Promise<unknown>) => void;
  findOwnRunning: FindOwnRunning;
}

/** What a start is made with. */
interface StartMeetingsTasks {
  /** `undefined` while the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  consents: ZoomGrants;
  drawCard: DrawCard;
}

/** Starting meetings, and finishing the starts that were interrupted. */
export function composeStartMeetings({
  capabilities,
  chat,
  clock,
  random,
  logger,
  metrics,
  cards,
  intents,
  activity,
  askedPlaces,
  putOff,
  leftBehind,
  finishInterrupted,
  inBackground,
  findOwnRunning,
}: StartMeetingsNeeds) {
  const running = createRunningStarts<StartOutcome>();
  const allowance = createAllowance();
  const keepInSight = createKeepInSight({intents, logger, inBackground});
  const openIntents = createSharedLook(() => intents.all());
  // From now on, somebody has to notice the end of the meeting. The time is the card's: a restart puts it off to the
  // same one, where it is there already.
  const watch = (card: Card): void =>
    putOff('ask-zoom', card.meeting.number, nextLook(card, card.openedAt) - clock.now());
  return {
    settled: running.settled,
    whilePosting: running.whilePosting,
    /** Of a meeting that was brought here. */
    keepInSight,
    watch,
    /** Looks for starts of all nodes. */
    awaitStart: createAwaitStart({openIntents, intents, clock, finishInterrupted}),
    awaitKnownStart: createAwaitStart({
      openIntents: () => intents.allKnown(),
      intents,
      clock,
      finishInterrupted,
    }),
    assemble({settings, site}: Situation, {zoom, consents, drawCard}: StartMeetingsTasks) {
      const postIntent = createPostIntent({
        chat,
        cards,
        intents,
        logger,
        metrics,
        drawCard,
        leftBehind,
        keepInSight,
        watch,
      });
      const startMeeting = createStartMeeting({
        chat,
        zoom,
        consents: settings.zoom?.connection.consent === 'person' ? consents.grants : undefined,
        cards,
        intents,
        clock,
        logger,
        newId: () => newId(random),
        postIntent,
        running,
        allowance,
        // Other settings may lead to another Zoom account.
        strangers: createRecentStrangers({clock}),
        activity,
        accountId: settings.accountId,
        trustUnverifiedEmails: settings.trustUnverifiedEmails,
        restrictsDirectMessages: site.restrictsDirectMessages,
        confirmAbove: settings.confirmAbove,
        // In the language of the card.
        defaultTopic: texts(site.locale)('topic.default'),
        finishInterrupted,
        inBackground,
      });
      const recoverIntents = createRecoverIntents({
        chat,
        cards,
        intents,
        clock,
        logger,
        texts,
        postIntent,
        watch,
      });
      const settingsUrl = settingsUrlIn(site, capabilities);
      const {problems, accountId} = settings;
      const describeStart = createDescribeStart({
        clock,
        problems,
        settingsUrl,
        connectUrl: connectUrlIn(site, capabilities),
        accountId,
      });
      return {
        startMeeting: createNoteRunning({
          startMeeting: createRememberAsked({startMeeting, askedPlaces, logger}),
          findOwnRunning,
          logger,
        }),
        describeStart,
        postIntent,
        recoverIntents,
      };
    },
  };
}
