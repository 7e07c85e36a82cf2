import type {Host} from '../core/ports/host.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import type {WebhookActivityLog} from '../core/ports/webhook-activity-log.js';
import type {WebhookSecrets} from '../core/ports/webhook-secrets.js';
import {createCompleteSettings} from '../core/usecases/complete-settings.js';
import {createKeepEncryptionKey} from '../core/usecases/keep-encryption-key.js';
import {secretsInForce} from '../inbound/webhooks/secrets-in-force.js';
import {newSecret} from '../lib/new-secret.js';

interface SecretsNeeds extends Pick<Host, 'loadSettings' | 'saveSettings'> {
  random: Random;
  logger: Logger;
  webhookSecrets: Pick<WebhookSecrets, 'settle'>;
  activity: Pick<WebhookActivityLog, 'markUnmarked'>;
}

/** The settings with the secrets that nobody has to enter. */
export function composeSecrets({
  loadSettings,
  saveSettings,
  random,
  logger,
  webhookSecrets,
  activity,
}: SecretsNeeds) {
  const keepEncryptionKey = createKeepEncryptionKey({
    saveSettings,
    logger,
    newSecret: () => newSecret(random),
  });
  return createCompleteSettings({
    loadSettings,
    logger,
    keepEncryptionKey,
    webhookSecrets,
    activity,
    secretsInForce,
  });
}
