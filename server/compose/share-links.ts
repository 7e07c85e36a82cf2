import {linkHosts} from '../core/domain/zoom-addresses.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import {createAllowance} from '../core/usecases/allowance.js';
import {createShareLink} from '../core/usecases/share-link.js';
import type {Situation} from '../inbound/features.js';
import {newId} from '../lib/new-id.js';
import {texts} from '../messages/texts.js';

interface ShareLinksNeeds {
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
}

/** Links that people share, also while Zoom is not set up. */
export function composeShareLinks({chat, clock, random, logger}: ShareLinksNeeds) {
  const allowance = createAllowance();
  return {
    assemble({settings, site}: Situation) {
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
      return {shareLink};
    },
  };
}
