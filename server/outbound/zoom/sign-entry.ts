import {SignJWT} from 'jose';
import {believedAhead} from '../../core/domain/believed-ahead.js';
import {SecretText} from '../../core/domain/secret-text.js';
import type {Clock} from '../../core/ports/clock.js';
import type {SignEntry} from '../../core/ports/sign-entry.js';

/** An attendee's; Zoom's 1 is the host's. */
const ROLE = 0;
/**
 * From issue to expiry; Zoom takes 1800 to 172 800 seconds, and two hours is what its own samples take. Not the least:
 * its client has been seen to show the signature again when somebody is moved to a breakout room
 * (https://devforum.zoom.us/t/how-long-is-the-signature-valid/47440), and a shorter time would keep nobody out, as
 * whoever has a signature was given the passcode with it.
 */
const LIVES_S = 2 * 60 * 60;
/** Zoom refuses what is issued in its future, and clocks differ. */
const EARLIER_S = 30;

interface SignEntryDeps {
  clientId: string;
  clientSecret: SecretText;
  clock: Pick<Clock, 'now'>;
  /** Milliseconds by which Zoom's clock was ahead of ours; `undefined`: nobody knows. */
  clockAhead: () => number | undefined;
}

/** https://developers.zoom.us/docs/meeting-sdk/auth/ */
export const createSignEntry =
  ({clientId, clientSecret, clock, clockAhead}: SignEntryDeps): SignEntry =>
  async (number) => {
    const issued = Math.floor((clock.now() + believedAhead(clockAhead())) / 1000) - EARLIER_S;
    const expires = issued + LIVES_S;
    const signature = await new SignJWT({appKey: clientId, mn: number, role: ROLE, tokenExp: expires})
      .setProtectedHeader({alg: 'HS256', typ: 'JWT'})
      .setIssuedAt(issued)
      .setExpirationTime(expires)
      .sign(Buffer.from(clientSecret.reveal()));
    return new SecretText(signature);
  };
