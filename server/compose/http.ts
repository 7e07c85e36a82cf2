import type {Capabilities} from '../core/domain/capabilities.js';
import {MODES} from '../core/domain/modes.js';
import type {AskedPlaces} from '../core/ports/asked-places.js';
import type {Random} from '../core/ports/random.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {SubcommandDefinition} from '../core/ports/host.js';
import type {Logger} from '../core/ports/logger.js';
import type {Metrics} from '../core/ports/metrics.js';
import type {Pairings} from '../core/ports/pairings.js';
import type {Translate} from '../core/ports/texts.js';
import type {UsedTickets} from '../core/ports/used-tickets.js';
import type {WebhookActivityLog} from '../core/ports/webhook-activity-log.js';
import type {WebhookSecrets} from '../core/ports/webhook-secrets.js';
import type {BringOrShare} from '../core/usecases/bring-or-share.js';
import type {CheckSetup} from '../core/usecases/check-setup.js';
import type {ReadEvents} from '../core/usecases/read-events.js';
import type {FindWayIn} from '../core/usecases/find-way-in.js';
import type {GetBrowserWay} from '../core/usecases/get-browser-way.js';
import type {StartMeeting} from '../core/usecases/start-meeting.js';
import type {DrawButton} from '../inbound/actions/draw-button.js';
import type {Situation} from '../inbound/features.js';
import type {RenderStart} from '../inbound/commands/render-start.js';
import type {DescribeStart} from '../inbound/describe-start.js';
import type {AskHostLink} from '../inbound/host-link.js';
import type {HostTickets} from '../inbound/host-page/host-tickets.js';
import {signedIn} from '../inbound/http/acting-user.js';
import {allowOrigin} from '../inbound/http/allow-origin.js';
import type {ClientView} from '../inbound/http/client-view.js';
import {createHttp} from '../inbound/http/create-http.js';
import {pairedBrowser} from '../inbound/http/paired-browser.js';
import {createRoutes, type RouteDeps} from '../inbound/http/routes.js';
import {hostsApart} from '../inbound/join-page/hosts-apart.js';
import type {ShowImportList} from '../inbound/show-import-list.js';
import type {RenderSettings} from '../inbound/render-settings.js';
import {settingsUrlIn} from '../inbound/settings-url.js';
import type {ReceiveWebhook} from '../inbound/webhooks/receive-webhook.js';
import type {Refuse} from '../inbound/webhooks/refusals.js';
import type {WebhookKeys} from '../inbound/webhooks/webhook-keys.js';
import {texts} from '../messages/texts.js';
import {readUrl} from '../../contract/read-url.js';

interface HttpNeeds {
  capabilities: Capabilities;
  chat: Chat;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  pairings: Pairings;
  usedTickets: UsedTickets;
  activity: Pick<WebhookActivityLog, 'read'>;
  webhookSecrets: WebhookSecrets;
  findHosted: FindWayIn;
  askedPlaces: Pick<AskedPlaces, 'find'>;
  random: Random;
  inBackground: (work: Promise<unknown>) => void;
}

/** What the routes do, and what lets a request in. */
interface HttpTasks {
  startMeeting: StartMeeting;
  describeStart: DescribeStart;
  askHostLink: AskHostLink;
  hostTickets: HostTickets;
  buttonKey: Buffer | undefined;
  drawButton: DrawButton;
  renderStart: RenderStart;
  renderSettings: RenderSettings;
  checkSetup: CheckSetup;
  clientView: ClientView;
  wordsIn: (translate: Translate) => readonly SubcommandDefinition[];
  keys: Pick<WebhookKeys, 'addressOf' | 'verify'>;
  refuse: Refuse;
  receiveWebhook: ReceiveWebhook;
  connect: ConnectTasks;
  finishing: Pick<RouteDeps, 'tellOutcome' | 'finishConnect'>;
  closing: Pick<RouteDeps, 'endMeeting' | 'cancelMeeting' | 'describeClosing'>;
  inviting: Pick<RouteDeps, 'getInvitation' | 'postInvitation' | 'sendInvitation' | 'describeInvitation'>;
  ownMeetings: Pick<RouteDeps, 'joinMeeting' | 'renderJoin' | 'registerPeople' | 'describeRegistered'>;
  bringOrShare: BringOrShare;
  showImportList: ShowImportList;
  importing: Pick<RouteDeps, 'listImportable' | 'importMeeting' | 'describeImport'>;
  zoomApi: Pick<RouteDeps, 'actInZoom' | 'describeActing' | 'sendRaw' | 'describeRaw' | 'deliverRaw'>;
  readEvents: ReadEvents;
  streamUrls: Pick<RouteDeps, 'makeStreamUrl' | 'describeStreamUrl' | 'tellStreamUrl'>;
  getBrowserWay: GetBrowserWay;
  joining: Pick<
    RouteDeps,
    'joinPage' | 'joinLimits' | 'readPass' | 'lookAtJoinable' | 'enterMeeting' | 'getJoinLink'
  >;
}

/** How people connect. */
type ConnectTasks = Pick<
  RouteDeps,
  | 'beginConnect'
  | 'receiveReturn'
  | 'auditRefusal'
  | 'replaceAccount'
  | 'redirectUri'
  | 'connectTickets'
  | 'parkedCodes'
  | 'consenter'
>;

/** Everything below `/plugins/zoom`. */
export function composeHttp(needs: HttpNeeds) {
  const {capabilities, chat, clock, logger, metrics, pairings} = needs;
  const {usedTickets, activity, webhookSecrets, findHosted, askedPlaces, random, inBackground} = needs;
  const person = capabilities.sessions ? signedIn : pairedBrowser({pairings, chat, clock, texts});
  return {
    assemble({settings, site}: Situation, tasks: HttpTasks) {
      const {joinPage} = tasks.joining;
      const routes = createRoutes({
        capabilities,
        person,
        chat,
        clock,
        logger,
        metrics,
        texts,
        settings,
        settingsUrl: settingsUrlIn(site, capabilities),
        siteUrl: site.url,
        publicUrl: site.publicUrl,
        modes: MODES,
        pairings,
        usedTickets,
        activity,
        webhookSecrets,
        findHosted,
        startMeeting: tasks.startMeeting,
        describeStart: tasks.describeStart,
        askHostLink: tasks.askHostLink,
        hostTickets: tasks.hostTickets,
        key: tasks.buttonKey,
        drawButton: tasks.drawButton,
        renderStart: tasks.renderStart,
        renderSettings: tasks.renderSettings,
        checkSetup: tasks.checkSetup,
        clientView: tasks.clientView,
        wordsIn: tasks.wordsIn,
        keys: tasks.keys,
        refuse: tasks.refuse,
        receiveWebhook: tasks.receiveWebhook,
        askedPlaces,
        random,
        inBackground,
        beginConnect: tasks.connect.beginConnect,
        receiveReturn: tasks.connect.receiveReturn,
        finishConnect: tasks.finishing.finishConnect,
        auditRefusal: tasks.connect.auditRefusal,
        tellOutcome: tasks.finishing.tellOutcome,
        replaceAccount: tasks.connect.replaceAccount,
        redirectUri: tasks.connect.redirectUri,
        connectTickets: tasks.connect.connectTickets,
        parkedCodes: tasks.connect.parkedCodes,
        consenter: tasks.connect.consenter,
        bringOrShare: tasks.bringOrShare,
        showImportList: tasks.showImportList,
        listImportable: tasks.importing.listImportable,
        importMeeting: tasks.importing.importMeeting,
        describeImport: tasks.importing.describeImport,
        joinMeeting: tasks.ownMeetings.joinMeeting,
        renderJoin: tasks.ownMeetings.renderJoin,
        registerPeople: tasks.ownMeetings.registerPeople,
        describeRegistered: tasks.ownMeetings.describeRegistered,
        getInvitation: tasks.inviting.getInvitation,
        postInvitation: tasks.inviting.postInvitation,
        sendInvitation: tasks.inviting.sendInvitation,
        describeInvitation: tasks.inviting.describeInvitation,
        endMeeting: tasks.closing.endMeeting,
        cancelMeeting: tasks.closing.cancelMeeting,
        describeClosing: tasks.closing.describeClosing,
        actInZoom: tasks.zoomApi.actInZoom,
        describeActing: tasks.zoomApi.describeActing,
        sendRaw: tasks.zoomApi.sendRaw,
        describeRaw: tasks.zoomApi.describeRaw,
        deliverRaw: tasks.zoomApi.deliverRaw,
        readEvents: tasks.readEvents,
        makeStreamUrl: tasks.streamUrls.makeStreamUrl,
        describeStreamUrl: tasks.streamUrls.describeStreamUrl,
        tellStreamUrl: tasks.streamUrls.tellStreamUrl,
        getBrowserWay: tasks.getBrowserWay,
        joinPage,
        joinLimits: tasks.joining.joinLimits,
        readPass: tasks.joining.readPass,
        lookAtJoinable: tasks.joining.lookAtJoinable,
        enterMeeting: tasks.joining.enterMeeting,
        getJoinLink: tasks.joining.getJoinLink,
      });
      const apart = hostsApart({origin: joinPage?.origin, publicUrl: site.publicUrl});
      const first = capabilities.sessions ? [apart] : [apart, allowOrigin(originOf(site.url))];
      return createHttp({routes, first, logger, texts});
    },
  };
}

const originOf = (url: string): string => readUrl(url)?.origin ?? '';
