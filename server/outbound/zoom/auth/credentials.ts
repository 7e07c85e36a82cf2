import type {SecretText} from '../../../core/domain/secret-text.js';

/** What signs a request to Zoom's API, whichever way this server is connected. */
export interface Credentials {
  /** A bearer token that should be good. Rejects with ZoomError. */
  token(signal: AbortSignal): Promise<SecretText>;
  /** Zoom did not accept this token. True: the next one is another, and may be. */
  discard(refused: SecretText): boolean;
}
