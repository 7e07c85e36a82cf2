import type {Host} from '../core/ports/host.js';
import type {ProbeSite} from '../core/ports/probe-site.js';
import type {ConnectZoom} from '../core/ports/zoom.js';
import {createFindOwnRunning} from '../core/usecases/find-own-running.js';
import {createReadPipeline} from '../inbound/read-pipeline.js';
import {createReadMetrics} from '../inbound/read-metrics.js';
import {createRecoverySchedule} from '../inbound/recovery-schedule.js';
import {createWorkInProgress} from '../lib/work-in-progress.js';
import {composeButtons} from './buttons.js';
import {composeCheckSetup} from './check-setup.js';
import {composeCloseMeetings} from './close-meetings.js';
import {composeCommands} from './commands.js';
import {composeConnect} from './connect.js';
import {composeConsents} from './consents.js';
import {composeEventFeed} from './event-feed.js';
import {composeFollowMeetings} from './follow-meetings.js';
import {composeHostPage} from './host-page.js';
import {composeHttp} from './http.js';
import {composeImportMeetings} from './import-meetings.js';
import {composeInvitations} from './invitations.js';
import {composeJobs} from './jobs.js';
import {composeJoinPage} from './join-page.js';
import {composeLiveMeetings} from './live-meetings.js';
import {composeOfficialChoice} from './official-choice.js';
import {composeOwnCards} from './own-cards.js';
import {composeOwnMeetings} from './own-meetings.js';
import {composeSecrets} from './secrets.js';
import {composeShareLinks} from './share-links.js';
import {composeStartMeetings} from './start-meetings.js';
import {composeSpareZoom} from './spare-zoom.js';
import {composeStreamUrls} from './stream-urls.js';
import {openStores} from './stores.js';
import {composeTakeOver} from './take-over.js';
import {composeWebhooks} from './webhooks.js';
import {composeZoomApi} from './zoom-api.js';

/** What the product calls besides its host. */
export interface Outside {
  connectZoom: ConnectZoom;
  probeSite: ProbeSite;
}

/** The features, which outlive a change of the settings. Each one keeps what it has to remember to itself. */
export type LastingFeatures = ReturnType<typeof createFeatures>;

/** Makes every feature, once. */
export function createFeatures(host: Host, {connectZoom, probeSite}: Outside) {
  const {capabilities, clock, random, logger, audit, metrics, keyValue, listKeys, nodeId} = host;
  const {announceChange, teamsWithoutCommand, loadSettings, saveSettings, site} = host;
  const work = createWorkInProgress(clock);
  const inBackground = (task: Promise<unknown>): void => void work.add(task);
  const stores = openStores({keyValue, clock, random, logger, metrics, nodeId, inBackground});
  const {
    cards,
    openCards,
    intents,
    jobs: storedJobs,
    turns,
    zoomBudget,
    activity,
    webhookSecrets,
    pairings,
    usedTickets,
    askedPlaces,
  } = stores;
  const mayHoldOfficial = listKeys !== undefined;
  const chat = composeOfficialChoice({
    chat: host.chat,
    clock,
    random,
    logger,
    keyValue: stores.keyValue,
    mayHoldOfficial,
  });
  const recovery = createRecoverySchedule({clock, logger, work});
  const {leftBehind, now: finishInterrupted} = recovery;

  const jobs = composeJobs({clock, logger, metrics, work, jobs: storedJobs, turns, cards, activity});
  const {putOff, leftUnshown, watchAgain, ledNowhere} = jobs;
  const findOwnRunning = createFindOwnRunning({cards, openCards});
  const startMeetings = composeStartMeetings({
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
  });
  const {settled, whilePosting, awaitStart, awaitKnownStart, watch, keepInSight} = startMeetings;
  const followMeetings = composeFollowMeetings({
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
  });
  const {countUnseen} = followMeetings;
  const webhooks = composeWebhooks({clock, logger, announceChange, activity, webhookSecrets, inBackground});
  const {recentWebhooks} = webhooks;
  const readPipeline = createReadPipeline({recentWebhooks, jobs: storedJobs, clock});
  const hostPage = composeHostPage({chat, clock, random, logger, cards});
  const {findHosted, findWayIn} = hostPage;
  const invitations = composeInvitations({chat, clock, random, logger, findHosted});
  const streamUrls = composeStreamUrls({
    capabilities,
    chat,
    clock,
    random,
    logger,
    audit,
    cards,
    streamPasses: stores.streamPasses,
  });
  const takeOver = composeTakeOver({
    clock,
    random,
    logger,
    keyValue: stores.keyValue,
    listKeys,
    leases: stores.leases,
    work,
  });
  return {
    connectZoom,
    spareZoom: composeSpareZoom({clock, logger, zoomBudget}),
    consents: composeConsents({
      capabilities,
      chat,
      clock,
      random,
      logger,
      audit,
      keyValue: stores.keyValue,
      mayHoldOfficial,
      leases: stores.leases,
      inBackground,
    }),
    connect: composeConnect({
      capabilities,
      chat,
      clock,
      random,
      logger,
      audit: host.audit,
      keyValue: stores.keyValue,
      jobs: storedJobs,
      askedPlaces,
      pairings,
      inBackground,
    }),
    completeSettings: composeSecrets({loadSettings, saveSettings, random, logger, webhookSecrets, activity}),
    ownCards: composeOwnCards({capabilities, cards, intents, jobs: storedJobs, clock}),
    startMeetings,
    importMeetings: composeImportMeetings({
      chat,
      clock,
      random,
      logger,
      cards,
      intents,
      whilePosting,
      finishInterrupted,
      inBackground,
    }),
    invitations,
    streamUrls,
    ownMeetings: composeOwnMeetings({
      chat,
      clock,
      random,
      logger,
      cards,
      findOwnRunning,
      tellPerson: invitations.tellPerson,
    }),
    followMeetings,
    webhooks,
    jobs,
    hostPage,
    joinPage: composeJoinPage({chat, clock, logger, cards, streamPasses: stores.streamPasses}),
    liveMeetings: composeLiveMeetings({chat, cards, intents, openCards}),
    shareLinks: composeShareLinks({chat, clock, random, logger}),
    closeMeetings: composeCloseMeetings({
      chat,
      clock,
      logger,
      audit,
      cards,
      intents,
      openCards,
      findHosted,
    }),
    takeOver,
    zoomApi: composeZoomApi({
      capabilities,
      chat,
      clock,
      logger,
      audit,
      random,
      keyValue: stores.keyValue,
    }),
    eventFeed: composeEventFeed({chat, feed: stores.eventFeed, random}),
    buttons: composeButtons({capabilities, clock}),
    checkSetup: composeCheckSetup({
      loadSettings,
      site,
      capabilities,
      chat,
      clock,
      logger,
      activity,
      readPipeline,
      connectZoom,
      probeSite,
    }),
    commands: composeCommands({
      capabilities,
      chat,
      clock,
      random,
      logger,
      pairings,
      askedPlaces,
      countUnseen,
      readPipeline,
      teamsWithoutCommand,
      listStreamUrls: streamUrls.listStreamUrls,
      revokeStreamUrl: streamUrls.revokeStreamUrl,
    }),
    http: composeHttp({
      capabilities,
      chat,
      clock,
      logger,
      metrics,
      pairings,
      usedTickets,
      activity,
      webhookSecrets,
      findHosted: findWayIn,
      askedPlaces,
      random,
      inBackground,
    }),
    readMetrics: createReadMetrics({metrics, clock, jobs: storedJobs, openCards, activity}),
    schedules: [recovery, jobs.schedule, openCards.schedule, ...takeOver.schedules],
    work,
  };
}
