import type {Card} from './core/domain/card.js';
import type {Settings} from './core/domain/settings.js';
import {ROUTES} from './core/domain/site.js';
import type {Compose} from './core/ports/application.js';
import type {Cards} from './core/ports/cards.js';
import type {Host} from './core/ports/host.js';
import type {Intents} from './core/ports/intents.js';
import type {JobWish, Jobs} from './core/ports/jobs.js';
import type {Turns} from './core/ports/turns.js';
import type {WebhookActivityLog} from './core/ports/webhook-activity-log.js';
import type {Zoom} from './core/ports/zoom.js';
import {createAdoptOfficialCard} from './core/usecases/adopt-official-card.js';
import {createAskZoomAbout} from './core/usecases/ask-zoom-about.js';
import {type CheckSetup, createCheckSetup} from './core/usecases/check-setup.js';
import {createGetStartLink} from './core/usecases/get-start-link.js';
import {createKeyedQueue, type KeyedQueue} from './core/usecases/keyed-queue.js';
import {createPostIntent, type PostIntent} from './core/usecases/post-intent.js';
import {createRecordMeetingEvent} from './core/usecases/record-meeting-event.js';
import {createRecoverIntents} from './core/usecases/recover-intents.js';
import {createRunningStarts, type RunningStarts} from './core/usecases/running-starts.js';
import {createShowCard} from './core/usecases/show-card.js';
import {createShowCards} from './core/usecases/show-cards.js';
import {createStartAllowance, type StartAllowance} from './core/usecases/start-allowance.js';
import {createStartMeeting, type StartMeeting, type StartOutcome} from './core/usecases/start-meeting.js';
import {receiveAction} from './inbound/actions/receive-action.js';
import {createDrawSetPreference, setPreferenceAction} from './inbound/actions/set-preference.js';
import {createDrawStartAnother, startAnotherAction} from './inbound/actions/start-another.js';
import {createDrawStartAsHost, startAsHostAction} from './inbound/actions/start-as-host.js';
import {createApplication, type Features, type Situation} from './inbound/application.js';
import {createAdminNotes} from './inbound/commands/admin-notes.js';
import {commandDefinition, createCommands} from './inbound/commands/registry.js';
import {createRenderStart} from './inbound/commands/render-start.js';
import {createRunCommand} from './inbound/commands/run-command.js';
import {createDescribeStart} from './inbound/describe-start.js';
import {adminSetup} from './inbound/http/admin-setup.js';
import {adminTest} from './inbound/http/admin-test.js';
import {clientHandler} from './inbound/http/client-handler.js';
import {clientView} from './inbound/http/client-view.js';
import {createHttp} from './inbound/http/create-http.js';
import {createRoutes} from './inbound/http/routes.js';
import {startLinkHandler} from './inbound/http/start-link-handler.js';
import {startMeetingHandler} from './inbound/http/start-meeting-handler.js';
import {systemAdmin} from './inbound/http/system-admin.js';
import {ASK_ZOOM_AFTER_MS} from './inbound/jobs/ask-zoom.js';
import type {JobKind} from './inbound/jobs/job-kind.js';
import {createJobSchedule} from './inbound/jobs/job-schedule.js';
import {createJobKinds} from './inbound/jobs/registry.js';
import {SHOW_AGAIN_MS} from './inbound/jobs/show-cards.js';
import {listSetup} from './inbound/list-setup.js';
import {createRecoverySchedule} from './inbound/recovery-schedule.js';
import {settingsUrlIn} from './inbound/settings-url.js';
import {supportData} from './inbound/support-data.js';
import {createReceiveWebhook} from './inbound/webhooks/receive-webhook.js';
import {createWebhookEvents} from './inbound/webhooks/registry.js';
import {webhookRoute} from './inbound/webhooks/webhook-route.js';
import {abortAfter} from './lib/abort-after.js';
import {deriveKey} from './lib/derive-key.js';
import {createWorkInProgress, type WorkInProgress} from './lib/work-in-progress.js';
import {texts} from './messages/texts.js';
import {createProbeSite} from './outbound/site/probe-site.js';
import {createCards} from './outbound/store/cards.js';
import {createIntents} from './outbound/store/intents.js';
import {createJobs} from './outbound/store/jobs.js';
import {createTurns} from './outbound/store/turns.js';
import {createWebhookActivityLog} from './outbound/store/webhook-activity-log.js';
import {createZoom} from './outbound/zoom/create-zoom.js';
import {noZoom} from './outbound/zoom/no-zoom.js';

/** What outlives a change of the settings. */
interface Shared {
  host: Host;
  cards: Cards;
  intents: Intents;
  running: RunningStarts<StartOutcome>;
  allowance: StartAllowance;
  queue: KeyedQueue;
  work: WorkInProgress;
  leftBehind: () => void;
  /** Puts work off beside the caller, who has somebody waiting. */
  putOff: (kind: JobWish['kind'], number: string, ms: number) => void;
  /** Calls of Zoom's API that nobody waits for. */
  turns: Turns;
  activity: WebhookActivityLog;
  /** People whose test of the set-up runs. */
  testing: Set<string>;
}

/** For both questions about a meeting whose webhook came late. */
const ASK_ZOOM_DEADLINE_MS = 30_000;
const ZOOM_CALL_EVERY_MS = 1_000;

/** Wires the product together: the only place that sees what comes in and what goes out. */
export const compose: Compose = (host) => {
  const work = createWorkInProgress(host.clock);
  const cards = createCards(host);
  const intents = createIntents(host);
  const jobs = createJobs({...host, owner: newId(host)});
  let locale = '';
  let jobKinds: readonly JobKind[] = [];
  const recovery = createRecoverySchedule({
    ...host,
    work,
    recoverIntents: () =>
      createRecoverIntents({
        ...host,
        cards,
        intents,
        texts,
        postIntent: postIntentIn(shared, locale),
        watch: watchIn(shared),
      }),
  });
  const shared: Shared = {
    host,
    cards,
    intents,
    running: createRunningStarts(),
    allowance: createStartAllowance(),
    queue: createKeyedQueue(),
    work,
    leftBehind: recovery.leftBehind,
    putOff: putOffIn(host, jobs, work),
    turns: createTurns(host, 'zoom_turns', ZOOM_CALL_EVERY_MS),
    activity: createWebhookActivityLog({...host, inBackground: (task) => void work.add(task)}),
    testing: new Set(),
  };
  const assembleIn = (situation: Situation): Features => {
    const features = assemble(shared, situation);
    locale = situation.site.locale;
    jobKinds = features.jobKinds;
    return features;
  };
  const schedules = [recovery, createJobSchedule({...host, jobs, work, kinds: () => jobKinds})];
  return createApplication({host, assemble: assembleIn, schedules, work, texts});
};

const newId = ({random}: Host): string => Buffer.from(random.bytes(16)).toString('hex');

const putOffIn =
  ({clock, logger}: Host, jobs: Jobs, work: WorkInProgress): Shared['putOff'] =>
  (kind, about, ms) =>
    void work.add(
      jobs.schedule({kind, about, dueAt: clock.now() + ms}).catch((error: unknown) => {
        logger.error('Work could not be put off', {kind, about, error: String(error)});
      }),
    );

const watchIn =
  ({putOff}: Shared) =>
  ({meeting: {number}}: Card): void =>
    putOff('ask-zoom', number, ASK_ZOOM_AFTER_MS);

/** The card is in the language of the server: a whole channel reads it. */
const postIntentIn = (shared: Shared, locale: string): PostIntent =>
  createPostIntent({...shared.host, ...shared, watch: watchIn(shared), translate: texts(locale)});

/** What commands, buttons and routes have in common. */
function depsIn(shared: Shared, {settings, site}: Situation, zoom: Zoom) {
  const {host, cards} = shared;
  const settingsUrl = settingsUrlIn(site, host.capabilities);
  return {
    ...host,
    key: actionKey(settings),
    texts,
    settingsUrl,
    // Mattermost hands what leads to a path on to the plugin, whatever its address.
    routesUrl: host.capabilities.sessions ? ROUTES : `${site.publicUrl}${ROUTES}`,
    clientView: clientView(settings),
    checkSetup: checkSetupIn(shared),
    startMeeting: startMeetingIn(shared, {settings, site}, zoom),
    describeStart: createDescribeStart({...host, problems: settings.problems, settingsUrl}),
    getStartLink: createGetStartLink({cards, zoom}),
  };
}

function assemble(shared: Shared, {settings, site}: Situation): Features {
  const {host} = shared;
  const zoom = settings.zoom === undefined ? noZoom : createZoom({...host, ...settings.zoom});
  const deps = depsIn(shared, {settings, site}, zoom);
  const follow = followIn(shared, {settings, site}, zoom);
  const commands = createCommands({
    ...deps,
    renderStart: createRenderStart({
      ...deps,
      drawStartAsHost: createDrawStartAsHost(deps),
      drawStartAnother: createDrawStartAnother(deps),
    }),
    drawSetPreference: createDrawSetPreference(deps),
    adminNotes: createAdminNotes({...deps, settings, publicUrl: site.publicUrl}),
  });
  const routes = createRoutes(
    {
      webhook: webhookIn(shared, settings, follow),
      client: clientHandler(deps),
      startMeeting: startMeetingHandler(deps),
      startLink: startLinkHandler(deps),
      startAsHost: receiveAction(startAsHostAction(deps), deps),
      startAnother: receiveAction(startAnotherAction(deps), deps),
      setPreference: receiveAction(setPreferenceAction(deps), deps),
      ...adminIn(shared, {settings, site}, deps),
    },
    host.capabilities,
  );
  return {
    command: commandDefinition(commands, texts(site.locale)),
    runCommand: createRunCommand({...host, commands, texts}),
    serveHttp: createHttp({...host, routes}),
    supportData: supportData({...shared, settings, site}),
    checkSetup: listSetup(deps),
    jobKinds: createJobKinds({...host, ...shared, ...follow}),
    clientView: deps.clientView,
  };
}

const actionKey = ({encryptionKey}: Settings): Buffer | undefined =>
  encryptionKey === undefined ? undefined : deriveKey(encryptionKey.reveal(), 'action-hmac/v1');

const adminIn = (
  shared: Shared,
  {settings, site}: Situation,
  deps: Parameters<typeof adminTest>[0] & Host,
) => ({
  systemAdmin: systemAdmin(deps),
  adminSetup: adminSetup({...shared, settings, siteUrl: site.url, publicUrl: site.publicUrl}),
  adminTest: adminTest(deps),
});

/** Signs in anew each time: a test that used a token of before would not notice that the app is gone. */
const checkSetupIn = ({host, activity, testing}: Shared): CheckSetup =>
  createCheckSetup({
    ...host,
    activity,
    probeSite: createProbeSite(host),
    running: testing,
    connect: (zoom) => createZoom({...host, ...zoom}),
  });

function startMeetingIn(shared: Shared, {settings, site}: Situation, zoom: Zoom): StartMeeting {
  const {host, cards, intents, running, allowance, activity} = shared;
  if (settings.zoom === undefined) return async () => ({kind: 'not-configured'});
  const translate = texts(site.locale);
  const startMeeting = createStartMeeting({
    ...host,
    ...settings,
    ...site,
    zoom,
    cards,
    intents,
    running,
    allowance,
    newId: () => newId(host),
    postIntent: postIntentIn(shared, site.locale),
    defaultTopic: translate('topic.default'),
  });
  return async (input) => {
    const outcome = await startMeeting(input);
    if (outcome.kind === 'started') activity.note({meetingAt: host.clock.now()});
    return outcome;
  };
}

/** What follows a meeting: fed by webhooks, and by what Zoom answers when it is asked. */
function followIn(shared: Shared, {site}: Situation, zoom: Zoom) {
  const {host, cards, queue, running, putOff} = shared;
  const showCards = createShowCards({showCard: createShowCard({...host, translate: texts(site.locale)})});
  const record = createRecordMeetingEvent({
    cards,
    queue,
    settled: running.settled,
    showCards,
    leftUnshown: (number) => putOff('show-cards', number, SHOW_AGAIN_MS),
    adoptOfficialCard: createAdoptOfficialCard({...host, cards}),
  });
  const newDeadline = (): AbortSignal => abortAfter(host.clock, ASK_ZOOM_DEADLINE_MS).signal;
  return {record, showCards, askZoomAbout: createAskZoomAbout({...host, cards, zoom, record, newDeadline})};
}

function webhookIn(
  shared: Shared,
  settings: Settings,
  {record, askZoomAbout}: ReturnType<typeof followIn>,
): ReturnType<typeof webhookRoute> {
  const {host, work} = shared;
  const events = createWebhookEvents({
    record,
    askZoomAbout,
    inBackground: (task) => void work.add(task),
    accountId: settings.accountId,
    secret: settings.zoomWebhookSecret,
  });
  return webhookRoute({
    ...host,
    settings,
    receive: createReceiveWebhook({...host, ...shared, settings, events}),
  });
}
