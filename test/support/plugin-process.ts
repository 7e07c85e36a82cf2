import {composeFollowMeetings} from '../../server/compose/follow-meetings.js';
import {composeImportMeetings} from '../../server/compose/import-meetings.js';
import {composeStartMeetings} from '../../server/compose/start-meetings.js';
import {CAPABILITIES} from '../../server/core/domain/capabilities.js';
import type {MeetingEvent} from '../../server/core/domain/events.js';
import type {IntentOwner} from '../../server/core/domain/intent.js';
import {readSettings} from '../../server/core/domain/settings.js';
import type {WrittenPost} from '../../server/core/ports/application.js';
import type {ImportInput} from '../../server/core/usecases/import-meeting.js';
import {createDrawCard} from '../../server/core/usecases/draw-card.js';
import type {HeardEvent} from '../../server/core/usecases/hear-of-participant.js';
import {createDrawButton} from '../../server/inbound/actions/draw-button.js';
import {LOOK_AFTER_MS} from '../../server/inbound/jobs/look-after.js';
import {texts} from '../../server/messages/texts.js';
import {createAskedPlaces} from '../../server/outbound/store/asked-places.js';
import {createCards} from '../../server/outbound/store/cards.js';
import {createIntents} from '../../server/outbound/store/intents.js';
import {noConsents} from './no-consents.js';
import {site} from './fake-host.js';
import type {FakeWorld} from './fake-world.js';
import {ana} from './people.js';
import {PLANNED_NUMBER} from './plan-in-zoom.js';
import {channelId} from './sample-card.js';

export type Outside = Pick<FakeWorld, 'chat' | 'keyValue' | 'clock' | 'logger' | 'metrics' | 'random'> & {
  /** `undefined`: nothing connects to Zoom. */
  zoom: FakeWorld['zoom'] | undefined;
};

/** One life of the plugin: its features on the real store, with nothing remembered from an earlier life. */
export function startPluginProcess(
  outside: Outside,
  options: {
    accountId?: string;
    trustUnverifiedEmails?: boolean;
    confirmAbove?: number;
    restrictsDirectMessages?: boolean;
    self?: IntentOwner;
    /** Who has consented, by their ids in Zoom. */
    consented?: ReadonlyMap<string, string>;
  } = {},
) {
  const {chat, zoom, clock, random, logger, metrics} = outside;
  const cards = createCards(outside);
  const intents = createIntents(outside, options.self);
  let left = 0;
  const beside: Promise<unknown>[] = [];
  const watched: {number: string; at: number}[] = [];
  const needs = {
    capabilities: CAPABILITIES.plugin,
    chat,
    clock,
    random,
    logger,
    metrics,
    cards,
    putOff: (_askZoom: string, number: string, ms: number) =>
      void watched.push({number, at: clock.now() + ms}),
  };
  const noted: {meetingAt?: number | undefined}[] = [];
  const starts = composeStartMeetings({
    ...needs,
    intents,
    activity: {note: (news) => void noted.push(news)},
    askedPlaces: createAskedPlaces(outside),
    leftBehind: () => void (left += 1),
    finishInterrupted: async () => void (await recoverIntents()),
    inBackground: (work) => void beside.push(work),
    findOwnRunning: async () => [],
  });
  const imports = composeImportMeetings({
    ...needs,
    intents,
    whilePosting: starts.whilePosting,
    finishInterrupted: async () => void (await recoverIntents()),
    inBackground: (work) => void beside.push(work),
  });
  const background: Promise<void>[] = [];
  const unshown: string[] = [];
  const follows = composeFollowMeetings({
    ...needs,
    settled: starts.settled,
    awaitStart: starts.awaitStart,
    awaitKnownStart: starts.awaitKnownStart,
    watch: starts.watch,
    keepInSight: starts.keepInSight,
    leftUnshown: (number) => void unshown.push(number),
    watchAgain: (number) => needs.putOff('ask-zoom', number, LOOK_AFTER_MS),
    inBackground: (work) => void background.push(work),
    ledNowhere: () => undefined,
  });
  const settings = readSettings({
    AccountID: options.accountId ?? 'acc-1',
    TrustUnverifiedEmails: options.trustUnverifiedEmails ?? false,
    ConfirmAbove: options.confirmAbove ?? 0,
  });
  const restrictsDirectMessages = options.restrictsDirectMessages ?? false;
  const situation = {settings, former: {}, site: {...site, restrictsDirectMessages}};
  const drawCard = createDrawCard({
    translate: texts(site.locale),
    signer: undefined,
    browserLink: undefined,
  });
  const {startMeeting, recoverIntents, postIntent, describeStart} = starts.assemble(situation, {
    zoom,
    consents: noConsents,
    drawCard,
  });
  const {listImportable, importMeeting, show} = imports.assemble(situation, {
    zoom,
    consents: noConsents,
    postIntent,
    describeStart,
  });
  const drawButton = createDrawButton({key: Buffer.alloc(32, 1), clock, routesUrl: '/plugins/zoom'});
  const {offerCard} = show(drawButton);
  const personOf = async (zoomUserId: string) => options.consented?.get(zoomUserId);
  const {hearOfMeeting, hearOfParticipant, hearOfPlan, askPlanned, askZoomAbout, askAttendance, showLagging} =
    follows.assemble(situation, {
      zoom,
      consents: {grants: {...noConsents.grants, personOf}},
      drawCard,
      drawButton,
    });
  return {
    cards,
    intents,
    startMeeting,
    record: (event: MeetingEvent) => hearOfMeeting(event, 'fresh'),
    hear: (event: HeardEvent) => hearOfParticipant(event, 'fresh'),
    hearOfPlan,
    askPlanned,
    askZoomAbout,
    askAttendance,
    showLagging,
    countUnseen: follows.countUnseen,
    /** What runs on after an answer has ended. */
    idle: async (): Promise<void> => {
      while (background.length > 0) await Promise.allSettled(background.splice(0));
    },
    recover: recoverIntents,
    /** How often a start was left for recovery. */
    leftBehind: () => left,
    /** What was noted of starts. */
    noted,
    /** Numbers of the meetings whose end is watched for. */
    watched: () => watched.map(({number}) => number),
    /** The same, each told once. */
    takeWatched: () => watched.splice(0).map(({number}) => number),
    /** When each of them is asked about first. */
    watchedAt: () => watched.map(({at}) => at),
    /** Numbers of the meetings whose posts lag behind. */
    unshown: () => unshown,
    /** Somebody has written a post; resolves when nothing goes on beside it. */
    writes: async (post: WrittenPost) => {
      offerCard(post);
      await Promise.all(beside);
    },
    /** What Ana, or somebody else, hosts in Zoom. */
    list: (
      asked: {kind?: 'meeting' | 'webinar'; when?: 'upcoming' | 'past'; page?: string; userId?: string} = {},
    ) => {
      const {userId = ana.id, ...rest} = asked;
      const whole = {kind: 'meeting' as const, when: 'upcoming' as const, ...rest};
      return listImportable({
        ...whole,
        userId,
        user: chat.user(userId),
        signal: new AbortController().signal,
      });
    },
    /** As `start`: one of them becomes a card. */
    import: async (userId: string, changes: Partial<ImportInput> = {}) => {
      const outcome = await importMeeting({
        userId,
        user: chat.user(userId),
        channelId,
        rootId: '',
        kind: 'meeting',
        number: PLANNED_NUMBER,
        isForMany: false,
        mayPostHere: false,
        signal: new AbortController().signal,
        ...changes,
      });
      await Promise.all(beside);
      return outcome;
    },
    /** Resolves with the answer, once nothing goes on beside it. */
    start: async (
      userId: string,
      changes: {
        topic?: string;
        channelId?: string;
        rootId?: string;
        besides?: boolean;
        meetingId?: 'unique' | 'personal';
        isForMany?: boolean;
        signal?: AbortSignal;
        mayPostHere?: boolean;
      } = {},
    ) => {
      const outcome = await startMeeting({
        userId,
        user: chat.user(userId),
        channelId,
        rootId: '',
        topic: 'Weekly planning',
        besides: false,
        signal: new AbortController().signal,
        mayPostHere: false,
        drawsCards: false,
        ...changes,
      });
      await Promise.all(beside);
      return outcome;
    },
  };
}
