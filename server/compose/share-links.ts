import {linkHosts} from '../core/domain/zoom-addresses.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import {createAllowance} from '../core/usecases/allowance.js';
import {createBringOrShare} from '../core/usecases/bring-or-share.js';
import type {ImportMeeting} from '../core/usecases/import-meeting.js';
import {createShareLink} from '../core/usecases/share-link.js';
import type {Situation} from '../inbound/features.js';
import {withDeadline} from '../lib/deadline.js';
import {newId} from '../lib/new-id.js';
import {texts} from '../messages/texts.js';

interface ShareLinksNeeds {
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
}

/** Whoever shares a link waits so long until it is known whether they host the meeting. */
const ASK_WITHIN_MS = 4_000;

interface ShareLinksTasks {
  importMeeting: ImportMeeting;
}

/** Links that people share, also while Zoom is not set up. */
export function composeShareLinks({chat, clock, random, logger}: ShareLinksNeeds) {
  const allowance = createAllowance();
  return {
    assemble({settings, site}: Situation, {importMeeting}: ShareLinksTasks) {
      const translate = texts(site.locale);
      const shareLink = createShareLink({
        chat,
        clock,
        logger,
        newId: () => newId(random),
        allowance,
        confirmAbove: settings.confirmAbove,
        hosts: linkHosts(settings.zoom?.addresses),
        restrictsDirectMessages: site.restrictsDirectMessages,
        defaultTopic: translate('topic.default'),
        translate,
      });
      const bringOrShare = createBringOrShare({
        importMeeting,
        shareLink,
        hosts: linkHosts(settings.zoom?.addresses),
        inTime: (work, caller) => withDeadline(clock, ASK_WITHIN_MS, ({signal}) => work(signal), caller),
      });
      return {bringOrShare};
    },
  };
}
