import {createHash} from 'node:crypto';
import {readEmail} from './email.js';

/** Long enough that no two of a company's are alike. */
const DIGEST_LENGTH = 22;

/** What is kept of an e-mail address, by which stays of one person are told together. `undefined`: not an address. */
export function addressDigest(address: string): string | undefined {
  const email = readEmail(address);
  return email && createHash('sha256').update(email).digest('base64url').slice(0, DIGEST_LENGTH);
}
