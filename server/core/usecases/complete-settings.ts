import {readSettings, type Settings} from '../domain/settings.js';
import {withSetting} from '../domain/with-setting.js';
import type {Host} from '../ports/host.js';
import {isStoreError} from '../ports/port-error.js';
import type {WebhookActivityLog} from '../ports/webhook-activity-log.js';
import type {FormerSecrets, WebhookSecrets} from '../ports/webhook-secrets.js';
import type {KeepEncryptionKey} from './keep-encryption-key.js';

/** The settings with the secrets that nobody has to enter. */
export interface CompleteSettings {
  settings: Settings;
  /** What is still good beside the secrets in them. */
  former: FormerSecrets;
  /** False: the store did not answer, and what it knows is as it was; ask again. */
  isWhole: boolean;
}

interface CompleteSettingsDeps extends Pick<Host, 'loadSettings' | 'logger'> {
  keepEncryptionKey: KeepEncryptionKey;
  webhookSecrets: Pick<WebhookSecrets, 'settle'>;
  activity: Pick<WebhookActivityLog, 'markUnmarked'>;
  /** Fingerprint of the secrets that let a webhook in. */
  secretsInForce: (settings: Settings) => string;
}

/** Reads the settings, and completes them from what is remembered. Rejects where the settings cannot be read. */
export function createCompleteSettings({
  loadSettings,
  logger,
  keepEncryptionKey,
  webhookSecrets,
  activity,
  secretsInForce,
}: CompleteSettingsDeps): () => Promise<CompleteSettings> {
  let known: Awaited<ReturnType<WebhookSecrets['settle']>> | undefined;
  return async () => {
    const stored = await keepEncryptionKey(await loadSettings());
    const given = readSettings(stored);
    let isWhole = true;
    try {
      known = await webhookSecrets.settle(given);
    } catch (error) {
      if (!isStoreError(error)) throw error;
      logger.error('The secrets of webhooks could not be read', {error: error.message});
      isWhole = false;
    }
    const address = isWhole ? known?.address : (given.webhookSecret ?? known?.address);
    const settings = readSettings(withSetting(stored, 'WebhookSecret', address?.reveal() ?? ''));
    activity.markUnmarked(secretsInForce(settings));
    return {settings, former: (isWhole && known?.former) || {}, isWhole};
  };
}
