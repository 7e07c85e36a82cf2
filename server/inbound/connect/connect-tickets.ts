import * as z from 'zod';
import {ROUTES_PATH} from '../../../contract/routes.js';
import {CONNECT_PATH} from '../../core/domain/site.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Signer} from '../../core/ports/signer.js';
import {parseJson} from '../../lib/parse-json.js';

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

/** Signed and stored nowhere: `<base64url of JSON>.<signature>`. */
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
  return {
    issue(userId) {
      if (signer === undefined) return undefined;
      const facts = [userId, clock.now() + LIVES_MS] as const;
      const text = Buffer.from(JSON.stringify(facts)).toString('base64url');
      return `${publicUrl}${ROUTES_PATH}${CONNECT_PATH}?ticket=${text}.${signer.sign(facts)}`;
    },
    read(ticket) {
      const [, text = '', signature = ''] = /^([^.]*)\.(.*)$/s.exec(ticket) ?? [];
      const facts = schema.safeParse(parseJson(Buffer.from(text, 'base64url'))).data;
      if (facts === undefined || signer?.hasSigned(facts, signature) !== true) return undefined;
      const [userId, expiresAt] = facts;
      return expiresAt < clock.now() ? undefined : userId;
    },
  };
}
