import * as z from 'zod';
import {JOIN_PAGE_PATH, ROUTES_PATH} from '../../../contract/routes.js';
import type {BrowserTicket, TicketFor} from '../../core/domain/browser-ticket.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Signer} from '../../core/ports/signer.js';
import {createSignedTickets} from '../signed-tickets.js';

/** A working day: whoever opens a page in the morning may join in the afternoon. */
const LIVES_MS = 12 * 60 * 60_000;

/** Ways in for members of Mattermost: whoever has one joins as its person. */
export interface BrowserTickets {
  /** The address of the join page for this person alone; `undefined`: there is no join page, or no encryption key. */
  issue: (ticket: TicketFor & {userId: string}) => string | undefined;
  /** `undefined`: not one of ours. Expiry is the caller's to judge. */
  read: (ticket: string) => BrowserTicket | undefined;
}

interface BrowserTicketsDeps {
  /** Used for nothing else. */
  signer: Signer | undefined;
  /** Of the join page; `undefined`: there is none. */
  origin: string | undefined;
  clock: Pick<Clock, 'now'>;
}

const ofCard = z.tuple([z.string(), z.number(), z.string(), z.string()]);
const ofStream = z.tuple([z.string(), z.number(), z.string()]);

export function createBrowserTickets({signer, origin, clock}: BrowserTicketsDeps): BrowserTickets {
  const tickets = createSignedTickets({signer, schema: z.union([ofCard, ofStream])});
  return {
    issue({userId, ...into}) {
      if (origin === undefined) return undefined;
      const expiresAt = clock.now() + LIVES_MS;
      const ticket = tickets.seal(
        'streamDigest' in into
          ? [userId, expiresAt, into.streamDigest]
          : [userId, expiresAt, into.cardId, into.number],
      );
      return ticket && `${origin}${ROUTES_PATH}${JOIN_PAGE_PATH}/${ticket}`;
    },
    read(ticket) {
      const facts = tickets.open(ticket);
      if (facts === undefined) return undefined;
      const [userId, expiresAt, first, number] = facts;
      const into = number === undefined ? {streamDigest: first} : {cardId: first, number};
      return {userId, expiresAt, into};
    },
  };
}
