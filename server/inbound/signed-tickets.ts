import type * as z from 'zod';
import type {SignedFacts, Signer} from '../core/ports/signer.js';
import {parseJson} from '../lib/parse-json.js';

/** Facts that somebody carries for us, and brings back as they were. */
export interface SignedTickets<Facts> {
  /** Fit for an address. `undefined`: there is no key to sign with. */
  seal: (facts: Facts) => string | undefined;
  /** `undefined`: not one of ours. */
  open: (ticket: string) => Facts | undefined;
}

interface SignedTicketsDeps<Facts> {
  /** Used for nothing else. */
  signer: Signer | undefined;
  schema: z.ZodType<Facts>;
}

/** Signed and stored nowhere: `<base64url of JSON>.<signature>`. Everybody can read what is in them. */
export const createSignedTickets = <Facts extends SignedFacts>({
  signer,
  schema,
}: SignedTicketsDeps<Facts>): SignedTickets<Facts> => ({
  seal(facts) {
    if (signer === undefined) return undefined;
    return `${textOf(facts)}.${signer.sign(facts)}`;
  },
  open(ticket) {
    const dot = ticket.indexOf('.');
    const text = ticket.slice(0, dot);
    const facts = schema.safeParse(parseJson(Buffer.from(text, 'base64url'))).data;
    // Decoding overlooks much; a ticket that could be written in many ways would be counted as many.
    const isAsSealed = facts !== undefined && textOf(facts) === text;
    return isAsSealed && signer?.hasSigned(facts, ticket.slice(dot + 1)) === true ? facts : undefined;
  },
});

const textOf = (facts: SignedFacts): string => Buffer.from(JSON.stringify(facts)).toString('base64url');
