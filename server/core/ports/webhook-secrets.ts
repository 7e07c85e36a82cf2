import type {RotatingSetting} from '../../../contract/admin.js';
import type {SecretText} from '../domain/secret-text.js';
import type {Settings} from '../domain/settings.js';

/** What the settings say about them. */
export type SecretSettings = Pick<
  Settings,
  'webhookSecret' | 'zoomWebhookSecret' | 'signatureRequired' | 'encryptionKey'
>;

/** What is still good beside the secrets in force; times in milliseconds since the Unix epoch. */
export interface FormerSecrets {
  address?: {digest: string; until: number};
  token?: {secret: SecretText; until: number};
}

/**
 * Remembers the secrets of webhooks, for all nodes. Everything rejects with `store-unavailable` or `record-unreadable`
 * alone.
 */
export interface WebhookSecrets {
  /**
   * Takes in a change of the settings. A secret in them wins; without one, the secret in force stays. The first one is
   * generated here.
   */
  settle(settings: SecretSettings): Promise<{address: SecretText; former: FormerSecrets}>;
  former(settings: SecretSettings): Promise<FormerSecrets>;
  /** Whether an old one can be kept at all: not if no signature is checked, and not without a key to encrypt it. */
  mayKeep(settings: SecretSettings, setting: RotatingSetting): boolean;
  /** If these settings are replaced with `next` within the hour, the current secret stays good for a while. */
  willReplace(settings: SecretSettings, setting: RotatingSetting, next: SecretText): Promise<void>;
  /** Takes that back. */
  willEnd(setting: RotatingSetting): Promise<void>;
  /** The old one is no longer needed. */
  endFormer(setting: RotatingSetting): Promise<void>;
}
