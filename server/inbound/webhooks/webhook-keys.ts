import {createHash} from 'node:crypto';
import type {RotatingSetting} from '../../../contract/admin.js';
import type {SecretText} from '../../core/domain/secret-text.js';
import type {Logger} from '../../core/ports/logger.js';
import type {FormerSecrets, SecretSettings, WebhookSecrets} from '../../core/ports/webhook-secrets.js';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';
import {type Authenticity, type SignedRequest, signingTime, verifySignature} from './verify-signature.js';

/** A secret that is in force, or one that it has replaced and that is still good. */
export type KeyAge = 'present' | 'former';

/** Who signed a webhook, and when (ms since the epoch); both are `undefined` where no signature is checked. */
export type Signature =
  | {authenticity: 'forged'}
  | {
      authenticity: Exclude<Authenticity, 'forged'>;
      token: SecretText | undefined;
      age: KeyAge;
      signedAt: number | undefined;
    };

/** The secrets that let a webhook in. */
export interface WebhookKeys {
  /**
   * Which address the secret belongs to; `undefined`: to none.
   * @throws `store-unavailable` or `record-unreadable`
   */
  addressOf(given: string): Promise<KeyAge | undefined>;
  /** @throws `store-unavailable` or `record-unreadable` */
  verify(request: SignedRequest, now: number): Promise<Signature>;
  /** An authentic event came: a sender who knows the secrets in force no longer needs the former ones. */
  used(by: {address: KeyAge; token: KeyAge}): void;
}

interface WebhookKeysDeps {
  settings: SecretSettings;
  /** As it was when the settings were read. */
  former: FormerSecrets;
  webhookSecrets: Pick<WebhookSecrets, 'former' | 'endFormer'>;
  /** Runs on beside the caller. */
  inBackground: (work: Promise<void>) => void;
  /** Open settings pages show until when a former secret is good. */
  announceChange: () => Promise<void>;
  logger: Logger;
}

/** Without a rotation nothing is read: only a webhook with a former secret costs a look into the store. */
export function createWebhookKeys(deps: WebhookKeysDeps): WebhookKeys {
  const {settings, webhookSecrets} = deps;
  const former = {...deps.former};
  const end = endFormerIn(former, deps);
  // Another node may have ended it meanwhile.
  const isStillGood = async (which: 'address' | 'token'): Promise<boolean> =>
    (await webhookSecrets.former(settings))[which] !== undefined;

  return {
    async addressOf(given) {
      const isPresent = isSame(given, settings.webhookSecret);
      // Both are compared in any case, so that the time tells nothing.
      const isFormer = equalInConstantTime(digestOf(given), former.address?.digest ?? '');
      if (isPresent) return 'present';
      return isFormer && (await isStillGood('address')) ? 'former' : undefined;
    },
    async verify(request, now) {
      const {signatureRequired, zoomWebhookSecret} = settings;
      if (!signatureRequired) {
        return {authenticity: 'fresh', token: undefined, age: 'present', signedAt: undefined};
      }
      const signedAt = signingTime(request.timestamp ?? '');
      const authenticity = verifySignature(zoomWebhookSecret?.reveal() ?? '', request, now);
      const byFormer = verifySignature(former.token?.secret.reveal() ?? '', request, now);
      if (authenticity !== 'forged') {
        return {authenticity, token: zoomWebhookSecret, age: 'present', signedAt};
      }
      if (byFormer === 'forged' || !(await isStillGood('token'))) return {authenticity: 'forged'};
      return {authenticity: byFormer, token: former.token?.secret, age: 'former', signedAt};
    },
    used({address, token}) {
      if (address === 'present') end('address', 'WebhookSecret');
      if (token === 'present') end('token', 'ZoomWebhookSecret');
    },
  };
}

/** Forgets a former secret, here at once and beside the caller in the store. */
const endFormerIn =
  (
    former: FormerSecrets,
    {webhookSecrets, inBackground, announceChange, logger}: WebhookKeysDeps,
  ): ((which: 'address' | 'token', setting: RotatingSetting) => void) =>
  (which, setting) => {
    if (former[which] === undefined) return;
    delete former[which];
    const work = webhookSecrets.endFormer(setting).then(
      () => {
        logger.info('Zoom uses the new secret: the former one has ended', {setting});
        return announceChange();
      },
      (error: unknown) => {
        logger.warn('A former secret could not be ended; it lapses by itself', {
          setting,
          error: String(error),
        });
      },
    );
    inBackground(work);
  };

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const isSame = (given: string, secret: SecretText | undefined): boolean =>
  secret !== undefined && equalInConstantTime(given, secret.reveal());
