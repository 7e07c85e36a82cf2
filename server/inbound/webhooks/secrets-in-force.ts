import type {Settings} from '../../core/domain/settings.js';
import {fingerprint} from '../../lib/fingerprint.js';

/** Names the two secrets that let a webhook in, so that what was seen with others can be told apart. */
export const secretsInForce = ({
  webhookSecret,
  zoomWebhookSecret,
}: Pick<Settings, 'webhookSecret' | 'zoomWebhookSecret'>): string =>
  fingerprint('webhook-secrets/v1', [webhookSecret?.reveal() ?? '', zoomWebhookSecret?.reveal() ?? '']);

/** Stands for secrets that were replaced and are still good: what comes by them says nothing of those in force. */
export const FORMER_SECRETS = 'former';
