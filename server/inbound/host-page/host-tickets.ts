import {createHmac} from 'node:crypto';
import * as z from 'zod';
import {ROUTES_PATH} from '../../../contract/routes.js';
import {HOST_PAGE_PATH} from '../../core/domain/site.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Random} from '../../core/ports/random.js';
import type {HostedCard} from '../../core/usecases/find-hosted.js';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';
import {parseJson} from '../../lib/parse-json.js';
import {HOST_WAY_LIVES_MS} from '../host-link.js';

/** A way in for the host of one meeting: its holder may use it, once. */
export interface HostTicket extends HostedCard {
  id: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

export interface HostTickets {
  /** The address of the page that takes the ticket. */
  issue: (meeting: HostedCard) => string;
  /** `undefined`: not one of ours. Expiry is the caller's to judge. */
  read: (ticket: string) => HostTicket | undefined;
}

interface HostTicketsDeps {
  /** Used for nothing else. Without one nothing is issued: no button leads here then. */
  key: Buffer | undefined;
  publicUrl: string;
  clock: Clock;
  random: Random;
}

const schema = z.tuple([z.string(), z.string(), z.string(), z.string(), z.number()]);

/** Tickets are signed and stored nowhere: `<base64url of JSON>.<HMAC-SHA256>`. */
export function createHostTickets({key, publicUrl, clock, random}: HostTicketsDeps): HostTickets {
  const sign = (text: string, by: Buffer): string =>
    createHmac('sha256', by).update(text).digest('base64url');
  return {
    issue({userId, cardId, number}) {
      if (key === undefined) throw new Error('Without an encryption key there are no tickets');
      const id = Buffer.from(random.bytes(16)).toString('base64url');
      const facts = [id, userId, cardId, number, clock.now() + HOST_WAY_LIVES_MS];
      const text = Buffer.from(JSON.stringify(facts)).toString('base64url');
      return `${publicUrl}${ROUTES_PATH}${HOST_PAGE_PATH}?ticket=${text}.${sign(text, key)}`;
    },
    read(ticket) {
      const [text = '', signature = '', ...others] = ticket.split('.');
      if (key === undefined || others.length > 0 || !equalInConstantTime(signature, sign(text, key)))
        return undefined;
      const facts = schema.safeParse(parseJson(Buffer.from(text, 'base64url'))).data;
      if (facts === undefined) return undefined;
      const [id, userId, cardId, number, expiresAt] = facts;
      return {id, userId, cardId, number, expiresAt};
    },
  };
}
