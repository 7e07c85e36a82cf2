import {SignJWT} from 'jose';
import {SecretText} from '../../../core/domain/secret-text.js';
import type {TokenWay} from '../../../core/domain/zoom-connection.js';
import type {Clock} from '../../../core/ports/clock.js';
import type {Credentials} from './credentials.js';

/** Each request signs its own token, so it may be short-lived. */
const LIFETIME_SECONDS = 60;

/** A JWT in the name of the API key, the same for everybody. */
export function createSignedCredentials(
  {issuer, secret}: Extract<TokenWay, {kind: 'signed'}>,
  {clock}: {clock: Clock},
): Credentials {
  const key = new TextEncoder().encode(secret.reveal());
  return {
    token: async () => {
      const claims = new SignJWT({iss: issuer, exp: Math.floor(clock.now() / 1000) + LIFETIME_SECONDS});
      return new SecretText(await claims.setProtectedHeader({alg: 'HS256', typ: 'JWT'}).sign(key));
    },
    scopes: async () => undefined,
    // Another one would be signed with the same secret.
    discard: () => false,
  };
}
