import * as z from 'zod';
import {ROUTES_PATH} from '../../../contract/routes.js';
import {CONNECT_PATH} from '../../core/domain/site.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Signer} from '../../core/ports/signer.js';
import {createSignedTickets} from '../signed-tickets.js';

const LIVES_MS = 10 * 60_000;

/**
 * Ways in for people whom no session names: each says for whom, and nothing of who opens it. So it may be opened more
 * than once, and what comes of it has to be confirmed by its person.
 */
export interface ConnectTickets {
  /** The address of the page that takes the ticket; `undefined`: without an encryption key there are none. */
  issue: (userId: string) => string | undefined;
  /** Whose it is. `undefined`: not one of ours, or too old. */
  read: (ticket: string) => string | undefined;
}

const schema = z.tuple([z.string(), z.number()]);

export function createConnectTickets({
  signer,
  publicUrl,
  clock,
}: {
  /** Used for nothing else. */
  signer: Signer | undefined;
  publicUrl: string;
  clock: Pick<Clock, 'now'>;
}): ConnectTickets {
  const tickets = createSignedTickets({signer, schema});
  return {
    issue(userId) {
      const ticket = tickets.seal([userId, clock.now() + LIVES_MS]);
      return ticket && `${publicUrl}${ROUTES_PATH}${CONNECT_PATH}?ticket=${ticket}`;
    },
    read(ticket) {
      const facts = tickets.open(ticket);
      if (facts === undefined) return undefined;
      const [userId, expiresAt] = facts;
      return expiresAt < clock.now() ? undefined : userId;
    },
  };
}
