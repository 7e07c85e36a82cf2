import type {Cards} from '../core/ports/cards.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import type {Zoom, ZoomGrants} from '../core/ports/zoom.js';
import {createAllowance} from '../core/usecases/allowance.js';
import {createFindHosted} from '../core/usecases/find-hosted.js';
import {createFindWayIn} from '../core/usecases/find-way-in.js';
import type {NotInZoom} from '../core/usecases/find-host.js';
import {createGetOwnStartLink} from '../core/usecases/get-own-start-link.js';
import {createGetStartLink, type GetStartLink} from '../core/usecases/get-start-link.js';
import {createRecentStrangers} from '../core/usecases/recent-strangers.js';
import type {Situation} from '../inbound/features.js';
import {createAskHostLink} from '../inbound/host-link.js';
import {createHostTickets} from '../inbound/host-page/host-tickets.js';
import {keyFor} from './key-for.js';

interface HostPageNeeds {
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  cards: Cards;
}

/** The host's own way into a meeting: the link itself, and the ticket of a direct message that leads to it. */
export function composeHostPage({chat, clock, random, logger, cards}: HostPageNeeds) {
  const findHosted = createFindHosted({cards, chat});
  const allowance = createAllowance();
  return {
    findHosted,
    findWayIn: createFindWayIn({findHosted, chat}),
    /** `zoom` is `undefined` while the settings lack what a connection needs. */
    assemble({settings, site}: Situation, zoom: Zoom | undefined, consents: ZoomGrants) {
      const ofCard = createGetStartLink({findHosted, zoom, allowance, clock, logger});
      const ofNumber = createGetOwnStartLink({
        zoom,
        allowance,
        clock,
        logger,
        chat,
        consents: settings.zoom?.connection.consent === 'person' ? consents.grants : undefined,
        accountId: settings.accountId,
        trustUnverifiedEmails: settings.trustUnverifiedEmails,
        strangers: createRecentStrangers<NotInZoom>({clock}),
      });
      const getStartLink: GetStartLink = (meeting) =>
        meeting.cardId === '' ? ofNumber(meeting) : ofCard(meeting);
      const key = keyFor(settings, 'host-ticket-hmac/v1');
      const hostTickets = createHostTickets({key, publicUrl: site.publicUrl, clock, random});
      return {askHostLink: createAskHostLink({getStartLink, clock}), hostTickets};
    },
  };
}
