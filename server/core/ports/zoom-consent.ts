import type {SecretText} from '../domain/secret-text.js';
import type {ZoomIdentity, ZoomTokens} from '../domain/grant.js';

/** What goes to Zoom with a browser: https://www.rfc-editor.org/rfc/rfc7636 */
export interface ConsentRequest {
  state: string;
  /** S256 of the verifier. */
  challenge: string;
  redirectUri: string;
}

/**
 * Zoom's OAuth for an app that people consent to, in modes that have one:
 * https://developers.zoom.us/docs/integrations/oauth/. Everything rejects with `zoom-trouble`.
 */
export interface ZoomConsent {
  /** The page on which a person signs in to Zoom and consents. */
  address(request: ConsentRequest): string;
  /** Gives tokens for the code with which Zoom sent the browser back, once. Scopes are the caller's to judge. */
  redeem(
    answer: {code: SecretText; verifier: SecretText; redirectUri: string},
    signal: AbortSignal,
  ): Promise<ZoomTokens>;
  /** Who has consented. */
  identify(tokens: ZoomTokens, signal: AbortSignal): Promise<ZoomIdentity>;
  /** Takes the consent back: both tokens are dead then. Resolves, too, where they have been dead already. */
  revoke(tokens: ZoomTokens, signal: AbortSignal): Promise<void>;
}
