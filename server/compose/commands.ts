import type {AskedPlaces} from '../core/ports/asked-places.js';
import type {Grants} from '../core/ports/grants.js';
import type {Capabilities} from '../core/domain/capabilities.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Host} from '../core/ports/host.js';
import type {Logger} from '../core/ports/logger.js';
import type {Pairings} from '../core/ports/pairings.js';
import type {Random} from '../core/ports/random.js';
import type {Zoom} from '../core/ports/zoom.js';
import type {Translate} from '../core/ports/texts.js';
import {createAllowance} from '../core/usecases/allowance.js';
import type {BringOrShare} from '../core/usecases/bring-or-share.js';
import type {CheckSetup} from '../core/usecases/check-setup.js';
import {createFindMe} from '../core/usecases/find-me.js';
import type {ListStreamUrls} from '../core/usecases/list-stream-urls.js';
import type {RevokeStreamUrl} from '../core/usecases/revoke-stream-url.js';
import type {StartMeeting} from '../core/usecases/start-meeting.js';
import type {DrawButton} from '../inbound/actions/draw-button.js';
import type {Situation} from '../inbound/features.js';
import {createAdminNotes} from '../inbound/commands/admin-notes.js';
import type {ApiCommandDeps} from '../inbound/commands/api.js';
import type {CancelCommandDeps} from '../inbound/commands/cancel.js';
import type {ConnectCommandDeps, LeadToConnect} from '../inbound/commands/connect.js';
import type {DisconnectCommandDeps} from '../inbound/commands/disconnect.js';
import type {EndCommandDeps} from '../inbound/commands/end.js';
import type {InvitationCommandDeps} from '../inbound/commands/invitation.js';
import type {JoinCommandDeps} from '../inbound/commands/join.js';
import type {LiveCommandDeps} from '../inbound/commands/live.js';
import type {MeetingsCommandDeps} from '../inbound/commands/meetings.js';
import type {RegisterCommandDeps} from '../inbound/commands/register.js';
import {commandDefinition, createCommands} from '../inbound/commands/registry.js';
import type {RenderStart} from '../inbound/commands/render-start.js';
import type {StreamUrlCommandDeps} from '../inbound/commands/stream-url.js';
import {createRunCommand} from '../inbound/commands/run-command.js';
import type {DescribeImport} from '../inbound/describe-import.js';
import type {DescribeStart} from '../inbound/describe-start.js';
import type {ReadPipeline} from '../inbound/read-pipeline.js';
import type {ShowImportList} from '../inbound/show-import-list.js';
import type {RenderSettings} from '../inbound/render-settings.js';
import {settingsUrlIn} from '../inbound/settings-url.js';
import {newId} from '../lib/new-id.js';
import {texts} from '../messages/texts.js';

interface CommandsNeeds extends Pick<Host, 'teamsWithoutCommand'> {
  capabilities: Capabilities;
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  pairings: Pairings;
  askedPlaces: Pick<AskedPlaces, 'find' | 'note'>;
  countUnseen: () => number;
  readPipeline: ReadPipeline;
  listStreamUrls: ListStreamUrls;
  revokeStreamUrl: RevokeStreamUrl;
}

/** What the words do. */
interface CommandsTasks {
  startMeeting: StartMeeting;
  drawButton: DrawButton;
  renderStart: RenderStart;
  renderSettings: RenderSettings;
  checkSetup: CheckSetup;
  connect: Pick<
    ConnectCommandDeps & DisconnectCommandDeps,
    'consent' | 'redirectUri' | 'disconnect' | 'auditRefusal'
  >;
  leadToConnect: LeadToConnect;
  grants: Pick<Grants, 'find'>;
  describeStart: DescribeStart;
  /** `undefined` while the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  closing: EndCommandDeps & CancelCommandDeps;
  inviting: Pick<
    InvitationCommandDeps,
    'getInvitation' | 'sendInvitation' | 'describeInvitation' | 'linkHosts'
  >;
  zoomApi: Pick<ApiCommandDeps, 'sendRaw' | 'describeRaw' | 'deliverRaw'>;
  ownMeetings: Pick<
    MeetingsCommandDeps & JoinCommandDeps & RegisterCommandDeps,
    'listDay' | 'describeObstacle' | 'joinMeeting' | 'renderJoin' | 'registerPeople' | 'describeRegistered'
  >;
  bringOrShare: BringOrShare;
  showImportList: ShowImportList;
  importing: {describeImport: DescribeImport};
  streamUrls: Pick<
    StreamUrlCommandDeps,
    'makeStreamUrl' | 'describeStreamUrl' | 'renderStreamUrl' | 'hasJoinPage'
  >;
  live: Pick<LiveCommandDeps, 'findLiveMeetings' | 'liveAllowance'>;
}

/** What people type behind `/zoom`. */
export function composeCommands({
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
  listStreamUrls,
  revokeStreamUrl,
}: CommandsNeeds) {
  const pairingAllowance = createAllowance();
  const doctorAllowance = createAllowance();
  const meAllowance = createAllowance();
  return {
    assemble({settings, site}: Situation, tasks: CommandsTasks) {
      const {startMeeting, drawButton, renderStart, renderSettings, checkSetup, connect, grants} = tasks;
      const {leadToConnect, describeStart, zoom, closing, inviting, ownMeetings, live, zoomApi} = tasks;
      const {bringOrShare, showImportList, importing, streamUrls} = tasks;
      const {consent, redirectUri, disconnect, auditRefusal} = connect;
      const makeId = (): string => newId(random);
      const findMe = createFindMe({
        zoom,
        consent,
        grants,
        accountId: settings.accountId,
        trustUnverifiedEmails: settings.trustUnverifiedEmails,
        clock,
        logger,
        newId: makeId,
        allowance: meAllowance,
      });
      const {locale} = site;
      const settingsUrl = settingsUrlIn(site, capabilities);
      const commands = createCommands({
        findOpenCardsAt: closing.findOpenCardsAt,
        endMeeting: closing.endMeeting,
        cancelMeeting: closing.cancelMeeting,
        describeClosing: closing.describeClosing,
        getInvitation: inviting.getInvitation,
        sendInvitation: inviting.sendInvitation,
        describeInvitation: inviting.describeInvitation,
        linkHosts: inviting.linkHosts,
        listStreamUrls,
        revokeStreamUrl,
        makeStreamUrl: streamUrls.makeStreamUrl,
        describeStreamUrl: streamUrls.describeStreamUrl,
        renderStreamUrl: streamUrls.renderStreamUrl,
        hasJoinPage: streamUrls.hasJoinPage,
        sendRaw: zoomApi.sendRaw,
        describeRaw: zoomApi.describeRaw,
        deliverRaw: zoomApi.deliverRaw,
        newId: makeId,
        listDay: ownMeetings.listDay,
        describeObstacle: ownMeetings.describeObstacle,
        joinMeeting: ownMeetings.joinMeeting,
        renderJoin: ownMeetings.renderJoin,
        registerPeople: ownMeetings.registerPeople,
        describeRegistered: ownMeetings.describeRegistered,
        bringOrShare,
        showImportList,
        describeImport: importing.describeImport,
        findLiveMeetings: live.findLiveMeetings,
        liveAllowance: live.liveAllowance,
        capabilities,
        chat,
        clock,
        logger,
        pairings,
        drawButton,
        pairingAllowance,
        doctorAllowance,
        countUnseen,
        readPipeline,
        startMeeting,
        renderStart,
        renderSettings,
        checkSetup,
        teamsWithoutCommand,
        settingsUrl,
        askedPlaces,
        grants,
        consent,
        redirectUri,
        auditRefusal,
        leadToConnect,
        findMe,
        describeStart,
        disconnect,
        adminNotes: createAdminNotes({chat, logger, settings, site, settingsUrl, teamsWithoutCommand}),
      });
      const definedIn = (translate: Translate) => commandDefinition(commands, translate);
      return {
        command: definedIn(texts(locale)),
        wordsIn: (translate: Translate) => definedIn(translate).subcommands,
        tokenUnknown: {text: texts(locale)('command.tokenUnknown')},
        runCommand: createRunCommand({commands, chat, clock, logger, texts}),
      };
    },
  };
}
