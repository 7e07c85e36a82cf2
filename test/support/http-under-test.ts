import {signedIn} from '../../server/inbound/http/acting-user.js';
import {CAPABILITIES, type Capabilities} from '../../server/core/domain/capabilities.js';
import type {Express} from 'express';
import {MODES} from '../../server/core/domain/modes.js';
import {readSettings} from '../../server/core/domain/settings.js';
import type {FormerSecrets} from '../../server/core/ports/webhook-secrets.js';
import {createAskZoomAbout} from '../../server/core/usecases/ask-zoom-about.js';
import {createCheckSetup} from '../../server/core/usecases/check-setup.js';
import {createFindHosted} from '../../server/core/usecases/find-hosted.js';
import {createGetStartLink} from '../../server/core/usecases/get-start-link.js';
import {pressesIn} from '../../server/compose/buttons.js';
import {createDrawSetPreference} from '../../server/inbound/actions/set-preference.js';
import {createDrawStartAnother} from '../../server/inbound/actions/start-another.js';
import {createDrawStartAsHost} from '../../server/inbound/actions/start-as-host.js';
import {createDescribeStart} from '../../server/inbound/describe-start.js';
import {hostPage} from '../../server/inbound/host-page/host-page.js';
import {createHostTickets} from '../../server/inbound/host-page/host-tickets.js';
import {createRenderSettings} from '../../server/inbound/render-settings.js';
import {createRenderStarted} from '../../server/inbound/render-started.js';
import {adminSetup} from '../../server/inbound/http/admin-setup.js';
import {adminTest} from '../../server/inbound/http/admin-test.js';
import {adminWebhookSecret} from '../../server/inbound/http/admin-webhook-secret.js';
import {clientHandler} from '../../server/inbound/http/client-handler.js';
import {commandWordsHandler} from '../../server/inbound/http/command-words-handler.js';
import {clientView} from '../../server/inbound/http/client-view.js';
import {createHttp} from '../../server/inbound/http/create-http.js';
import {createRoutes} from '../../server/inbound/http/routes.js';
import {startLinkHandler} from '../../server/inbound/http/start-link-handler.js';
import {startMeetingHandler} from '../../server/inbound/http/start-meeting-handler.js';
import {systemAdmin} from '../../server/inbound/http/system-admin.js';
import {createReceiveWebhook} from '../../server/inbound/webhooks/receive-webhook.js';
import {createWebhookKeys} from '../../server/inbound/webhooks/webhook-keys.js';
import {createRefusalLines, type Refuse} from '../../server/inbound/webhooks/refusals.js';
import {secretsInForce} from '../../server/inbound/webhooks/secrets-in-force.js';
import {createWebhookEvents} from '../../server/inbound/webhooks/registry.js';
import {webhookRoute} from '../../server/inbound/webhooks/webhook-route.js';
import {texts} from '../../server/messages/texts.js';
import {createUsedTickets} from '../../server/outbound/store/used-tickets.js';
import {createWebhookActivityLog} from '../../server/outbound/store/webhook-activity-log.js';
import {createWebhookSecrets} from '../../server/outbound/store/webhook-secrets.js';
import type {FakeWorld} from './fake-world.js';
import {startPluginProcess} from './plugin-process.js';
import {ZOOM_SECRET} from './sign-webhook.js';

const SITE_URL = 'https://chat.example.org';
export const URL_SECRET = 'url-secret';
export const ACTION_KEY = Buffer.alloc(32, 7);
export const TICKET_KEY = Buffer.alloc(32, 8);

const complete = {
  AccountID: 'acc-1',
  OAuthClientID: 'client-1',
  OAuthClientSecret: 'client-secret',
  WebhookSecret: URL_SECRET,
  ZoomWebhookSecret: ZOOM_SECRET,
  EncryptionKey: 'encryption-key',
};

/** The HTTP surface as it is composed, on a world in memory. */
export function createHttpUnderTest(
  world: FakeWorld,
  changes: Record<string, unknown> = {},
  capabilities: Capabilities = CAPABILITIES.plugin,
  former: FormerSecrets = {},
): {app: Express; plugin: ReturnType<typeof startPluginProcess>; background: Promise<void>[]} {
  const settings = readSettings({...complete, ...changes});
  const plugin = startPluginProcess(world);
  const background: Promise<void>[] = [];
  const events = createWebhookEvents({
    record: plugin.record,
    askZoomAbout: createAskZoomAbout({
      ...world,
      cards: plugin.cards,
      record: plugin.record,
      ledNowhere: () => undefined,
      newDeadline: () => new AbortController().signal,
    }),
    inBackground: (work) => void background.push(work),
    accountId: settings.accountId,
  });
  const activity = createWebhookActivityLog({...world, inBackground: (work) => void background.push(work)});
  const findHosted = createFindHosted({cards: plugin.cards});
  const buttons = {key: ACTION_KEY, clock: world.clock, routesUrl: '/plugins/zoom'};
  const drawStartAsHost = createDrawStartAsHost(buttons);
  const deps = {
    ...world,
    ...buttons,
    capabilities,
    texts,
    drawStartAsHost,
    drawStartAnother: createDrawStartAnother(buttons),
    renderStarted: createRenderStarted({drawStartAsHost}),
    renderSettings: createRenderSettings({drawSetPreference: createDrawSetPreference(buttons)}),
    hostTickets: createHostTickets({...world, key: TICKET_KEY, publicUrl: SITE_URL}),
    usedTickets: createUsedTickets(world),
    settings,
    settingsUrl: '/settings',
    clientView: clientView(settings),
    startMeeting: plugin.startMeeting,
    describeStart: createDescribeStart({...world, problems: settings.problems, settingsUrl: '/settings'}),
    findHosted,
    getStartLink: createGetStartLink({findHosted, zoom: world.zoom}),
    checkSetup: createCheckSetup({
      ...world,
      activity,
      secretsInForce,
      running: new Set(),
      loadSettings: () => Promise.resolve({...complete, ...changes}),
      site: () =>
        Promise.resolve({url: SITE_URL, publicUrl: SITE_URL, locale: 'en', restrictsDirectMessages: false}),
      connect: () => world.zoom,
      probeSite: () => Promise.resolve({kind: 'answered', status: 405}),
    }),
  };
  const page = hostPage(deps);
  const webhookSecrets = createWebhookSecrets(world);
  const keys = createWebhookKeys({
    ...world,
    settings,
    former,
    webhookSecrets,
    announceChange: async () => undefined,
    inBackground: (work) => void background.push(work),
  });
  const secrets = secretsInForce(settings);
  const lines = createRefusalLines(world);
  const refuse: Refuse = (reason) => {
    lines(reason);
    activity.refuse(reason, {at: world.clock.now(), secrets});
  };
  const receive = createReceiveWebhook({...world, activity, keys, secrets, refuse, events});
  const routes = createRoutes(
    {
      webhook: webhookRoute({...world, settings, keys, refuse, receive}),
      client: clientHandler(deps),
      commandWords: commandWordsHandler({...deps, texts, wordsIn: () => []}),
      startMeeting: startMeetingHandler(deps),
      startLink: startLinkHandler(deps),
      ...pressesIn(deps),
      openHostPage: page.open,
      enterAsHost: page.enter,
      person: signedIn,
      claimPairing: (_request, response) => void response.status(404).end(),
      systemAdmin: systemAdmin(deps),
      adminSetup: adminSetup({
        modes: MODES,
        settings,
        siteUrl: SITE_URL,
        publicUrl: SITE_URL,
        activity,
        webhookSecrets,
      }),
      adminTest: adminTest(deps),
      adminWebhookSecret: adminWebhookSecret({...deps, settings, webhookSecrets}),
    },
    capabilities,
  );
  return {app: createHttp({...world, texts, routes}), plugin, background};
}
