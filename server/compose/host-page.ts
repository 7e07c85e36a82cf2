import type {Cards} from '../core/ports/cards.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import type {UsedTickets} from '../core/ports/used-tickets.js';
import type {Zoom} from '../core/ports/zoom.js';
import {createFindHosted} from '../core/usecases/find-hosted.js';
import {createGetStartLink} from '../core/usecases/get-start-link.js';
import type {Situation} from '../inbound/application.js';
import {hostPage} from '../inbound/host-page/host-page.js';
import {createHostTickets} from '../inbound/host-page/host-tickets.js';
import {texts} from '../messages/texts.js';
import {keyFor} from './key-for.js';

interface HostPageNeeds {
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  cards: Cards;
  usedTickets: UsedTickets;
}

/** The host's own way into a meeting: the link itself, and the page that a direct message leads to. */
export function composeHostPage({chat, clock, random, logger, cards, usedTickets}: HostPageNeeds) {
  const findHosted = createFindHosted({cards});
  return {
    findHosted,
    /** `zoom` is `undefined` while the settings lack what a connection needs. */
    assemble({settings, site}: Situation, zoom: Zoom | undefined) {
      const getStartLink = createGetStartLink({findHosted, zoom, logger});
      const key = keyFor(settings, 'host-ticket-hmac/v1');
      const hostTickets = createHostTickets({key, publicUrl: site.publicUrl, clock, random});
      const page = hostPage({
        hostTickets,
        usedTickets,
        findHosted,
        getStartLink,
        chat,
        clock,
        texts,
        settings,
      });
      return {getStartLink, hostTickets, page};
    },
  };
}
