import type {SecretText} from '../../../core/domain/secret-text.js';

interface Message {
  /** The endpoint, for the log. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Asking once more cannot do a second thing at Zoom. */
  readonly repeatable: boolean;
  /** Below the address that {@link ZoomRequest} names, from the slash on. */
  readonly path: string;
  readonly body?: {
    readonly type: 'application/json' | 'application/x-www-form-urlencoded';
    readonly text: string;
  };
}

/** What to send where. Only the configured API address ever gets a bearer token. */
export type ZoomRequest =
  | (Message & {readonly to: 'api'; readonly bearer: SecretText})
  | (Message & {readonly to: 'web'; readonly basic: {readonly user: string; readonly password: SecretText}});
