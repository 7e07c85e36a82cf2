import type {RotatingSetting} from '../../../contract/admin.js';
import type {SecretText} from '../domain/secret-text.js';
import type {Settings} from '../domain/settings.js';

/** What the settings say of them. */
export type SecretSettings = Pick<
  Settings,
  'webhookSecret' | 'zoomWebhookSecret' | 'signatureRequired' | 'encryptionKey'
>;

/** What is still good beside the secrets in force; times in milliseconds since the Unix epoch. */
export interface FormerSecrets {
  address?: {digest: string; until: number};
  token?: {secret: SecretText; until: number};
}

/** Remembers the secrets of webhooks, for all nodes. Everything rejects with `StoreUnavailableError` alone. */
export interface WebhookSecrets {
  /**
   * Takes a change of the settings in: a secret in them wins, and without one the secret that was in force stays;
   * the first is made here.
   */
  settle(settings: SecretSettings): Promise<{address: SecretText; former: FormerSecrets}>;
  former(settings: SecretSettings): Promise<FormerSecrets>;
  /** Whether a former one can be kept at all: not where no signature is checked, nor without a key to encrypt it. */
  mayKeep(settings: SecretSettings, setting: RotatingSetting): boolean;
  /** When these settings are replaced by `next` within the hour, the present secret stays good for a while. */
  willReplace(settings: SecretSettings, setting: RotatingSetting, next: SecretText): Promise<void>;
  /** Takes that back. */
  willEnd(setting: RotatingSetting): Promise<void>;
  /** The former one is not needed any more. */
  endFormer(setting: RotatingSetting): Promise<void>;
}
