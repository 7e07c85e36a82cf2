import type {SecretText} from '../../../core/domain/secret-text.js';

/** What signs a request to Zoom's API, whichever way this server is connected. */
export interface Credentials {
  /** A bearer token that should be good. Rejects with ZoomError. */
  token(signal: AbortSignal): Promise<SecretText>;
  /** The scopes of a token that should be good; `undefined`: it has none, or Zoom told none. Rejects with ZoomError. */
  scopes(signal: AbortSignal): Promise<readonly string[] | undefined>;
  /** Zoom did not accept this token. True: the next one is another, and may be. */
  discard(refused: SecretText): boolean;
}
