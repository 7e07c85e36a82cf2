import {SignJWT} from 'jose';
import {SecretText} from '../../../core/domain/secret-text.js';
import type {ZoomConnection} from '../../../core/domain/zoom-connection.js';
import type {Clock} from '../../../core/ports/clock.js';
import type {Credentials} from './credentials.js';

/** Each request signs its own token, so it may be short-lived. */
const LIFETIME_SECONDS = 60;

/**
 * API key and secret of a JWT app, for endpoints that still take them: Zoom's own cloud stopped in 2023.
 * https://developers.zoom.us/changelog/platform/jwt-app-type-deprecation/
 */
export function createJwtCredentials(
  connection: Extract<ZoomConnection, {mode: 'jwt'}>,
  clock: Clock,
): Credentials {
  const key = new TextEncoder().encode(connection.apiSecret.reveal());
  return {
    token: async () => {
      const claims = new SignJWT({
        iss: connection.apiKey,
        exp: Math.floor(clock.now() / 1000) + LIFETIME_SECONDS,
      });
      return new SecretText(await claims.setProtectedHeader({alg: 'HS256', typ: 'JWT'}).sign(key));
    },
    scopes: async () => undefined,
    // Another one would be signed with the same secret.
    discard: () => false,
  };
}
