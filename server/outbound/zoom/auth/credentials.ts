import type {SecretText} from '../../../core/domain/secret-text.js';
import type {ZoomSubject} from '../../../core/domain/zoom-subject.js';

/** What signs a request to Zoom's API, whichever way this server is connected. */
export interface Credentials {
  /** A bearer token for the subject, good as far as is known. Rejects with `zoom-trouble`. */
  token(subject: ZoomSubject, signal: AbortSignal): Promise<SecretText>;
  /** The scopes of that token; `undefined`: it has none, or Zoom did not say. Rejects with `zoom-trouble`. */
  scopes(subject: ZoomSubject, signal: AbortSignal): Promise<readonly string[] | undefined>;
  /** Zoom did not accept this token. True: the next one will be a different one, which may be accepted. */
  discard(subject: ZoomSubject, refused: SecretText): boolean;
}
