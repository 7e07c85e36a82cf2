import type {Features, Situation} from '../inbound/features.js';
import {clientView as clientViewOf} from '../inbound/http/client-view.js';
import type {LastingFeatures} from './features.js';

/** The features for one consistent set of settings. What one of them offers is named where another one needs it. */
export function assemble(lasting: LastingFeatures, situation: Situation): Features {
  const {settings} = situation;
  const isZoomSetUp = settings.zoom !== undefined;
  const consents = lasting.consents.assemble(situation);
  const asFastAsCan = settings.zoom && lasting.connectZoom(settings.zoom, consents);
  const zoom = lasting.spareZoom.assemble(situation, asFastAsCan, consents);

  const {drawCard, takeUpCards} = lasting.ownCards.assemble(situation);
  const {startMeeting, describeStart, postIntent, recoverIntents} = lasting.startMeetings.assemble(
    situation,
    {
      zoom,
      consents,
      drawCard,
    },
  );
  const importing = lasting.importMeetings.assemble(situation, {zoom, consents, postIntent, describeStart});
  const inviting = lasting.invitations.assemble(situation, {zoom, consents, describeStart});
  const streamUrls = lasting.streamUrls.assemble(situation, {zoom, consents, describeStart});
  const {buttonKey, drawButton, renderStart, renderSettings} = lasting.buttons.assemble(situation, {
    describeStart,
  });
  const follow = lasting.followMeetings.assemble(situation, {zoom, consents, drawCard, drawButton});
  const {record, hearOfMeeting, hearOfParticipant, hearOfPlan, showLagging, askZoomAbout, askAttendance} =
    follow;
  const joining = lasting.joinPage.assemble(situation, zoom);
  const {getBrowserWay, ticketForCard, joinPage} = joining;
  const clientView = clientViewOf(settings, joinPage);
  const ownMeetings = lasting.ownMeetings.assemble(situation, {
    zoom,
    consents,
    describeStart,
    drawButton,
    askZoomAbout,
    ticketForCard,
  });
  const connect = lasting.connect.assemble(situation, zoom, consents);
  const {revokeKept} = connect;
  const jobKinds = lasting.jobs.assemble({
    record,
    showLagging,
    askZoomAbout,
    askAttendance,
    revokeKept,
    isZoomSetUp,
  });
  const {keepEvent, readEvents} = lasting.eventFeed.assemble(situation);
  const {keys, refuse, receiveWebhook} = lasting.webhooks.assemble(situation, {
    hearOfMeeting,
    hearOfParticipant,
    hearOfPlan,
    consents,
    keepEvent,
  });
  const closing = lasting.closeMeetings.assemble(situation, {zoom, record, askZoomAbout});
  const {askHostLink, hostTickets} = lasting.hostPage.assemble(situation, zoom, consents);
  const {bringOrShare} = lasting.shareLinks.assemble(situation, importing);
  const {showImportList, offerCard} = importing.show(drawButton);
  const finishing = connect.finish({startMeeting, renderStart, drawButton});
  const {takeOver} = lasting.takeOver.assemble(situation, zoom, consents);
  const {checkSetup, listSetup, supportData} = lasting.checkSetup.assemble(situation, consents);
  const zoomApi = lasting.zoomApi.assemble(situation, {zoom, consents, describeStart});
  const {command, wordsIn, tokenUnknown, runCommand} = lasting.commands.assemble(situation, {
    startMeeting,
    drawButton,
    renderStart,
    renderSettings,
    checkSetup,
    connect,
    leadToConnect: finishing.leadToConnect,
    grants: consents.grants,
    describeStart,
    zoom,
    closing,
    live: lasting.liveMeetings,
    inviting,
    streamUrls,
    zoomApi,
    ownMeetings,
    bringOrShare,
    importing,
    showImportList,
  });
  const serveHttp = lasting.http.assemble(situation, {
    startMeeting,
    describeStart,
    askHostLink,
    hostTickets,
    buttonKey,
    drawButton,
    renderStart,
    renderSettings,
    checkSetup,
    clientView,
    wordsIn,
    keys,
    refuse,
    receiveWebhook,
    connect,
    finishing,
    bringOrShare,
    importing,
    inviting,
    ownMeetings,
    showImportList,
    closing,
    zoomApi,
    readEvents,
    joining,
    getBrowserWay,
    streamUrls,
  });
  return {
    command,
    tokenUnknown,
    runCommand,
    userDeactivated: connect.hearOfDeactivation,
    postWritten: offerCard,
    serveHttp,
    supportData,
    checkSetup: listSetup,
    takeUpCards,
    recoverIntents,
    takeOver,
    jobKinds,
    clientView,
  };
}
