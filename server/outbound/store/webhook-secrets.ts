import {createHash} from 'node:crypto';
import {isDeepStrictEqual} from 'node:util';
import {BECAUSE_KEPT_MS, type RotatingSetting} from '../../../contract/admin.js';
import {formerOf, type Rotation, settleRotation} from '../../core/domain/secret-rotation.js';
import {SecretText} from '../../core/domain/secret-text.js';
import {storeUnavailable} from '../../core/ports/port-error.js';
import type {FormerSecrets, SecretSettings, WebhookSecrets} from '../../core/ports/webhook-secrets.js';
import {deriveKey} from '../../lib/derive-key.js';
import {newSecret} from '../../lib/new-secret.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS} from './rows.js';
import {seal, unseal} from './sealed-text.js';
import type {StoredSecrets} from './webhook-secrets-schema.js';

/** One row that all nodes settle by compare-and-set, so that two that start at once make one secret. */
export function createWebhookSecrets(deps: RowDeps): WebhookSecrets {
  const {clock, random} = deps;

  const open = openRows(deps);

  // What cannot be read is not overwritten, otherwise the address in Zoom would stop working.
  const update = (change: (stored: StoredSecrets | undefined) => StoredSecrets | undefined) =>
    open(ROWS.webhookSecrets, []).update((stored) => {
      const next = change(stored);
      return isDeepStrictEqual(next, stored) ? undefined : next;
    });

  /** A row that does not exist has nothing to change: the first start of the plugin makes it. */
  const change = (setting: RotatingSetting, rotate: (rotation: Rotation) => Rotation) =>
    update((stored) => stored && withRotation(stored, setting, rotate(stored.rotations[setting] ?? {})));

  const formerIn = async (
    {rotations}: StoredSecrets,
    settings: SecretSettings,
    address: SecretText | undefined,
  ): Promise<FormerSecrets> => {
    const former = (setting: RotatingSetting, present: SecretText | undefined) =>
      formerOf(rotations[setting] ?? {}, digestOf(present), clock.now());
    const ofAddress = settings.signatureRequired ? former('WebhookSecret', address) : undefined;
    const ofToken = former('ZoomWebhookSecret', settings.zoomWebhookSecret);
    const key = sealingKey(settings);
    const token =
      ofToken?.sealed === undefined || key === undefined
        ? undefined
        : await unseal(ofToken.sealed, ofToken.to, key);
    return {
      ...(ofAddress && {address: {digest: ofAddress.from, until: ofAddress.until}}),
      ...(token !== undefined && ofToken && {token: {secret: new SecretText(token), until: ofToken.until}}),
    };
  };

  return {
    async settle(settings) {
      const made = newSecret(random);
      const stored = await update((before) => {
        const address = settings.webhookSecret?.reveal() ?? before?.address ?? made;
        const settled = (setting: RotatingSetting, present: SecretText | undefined): Rotation =>
          settleRotation(before?.rotations[setting] ?? {}, digestOf(present), clock.now());
        return {
          ...before,
          address,
          rotations: {
            ...before?.rotations,
            // Unsigned webhooks are protected only by a secret address, so an old one must not stay good.
            WebhookSecret: settings.signatureRequired
              ? settled('WebhookSecret', new SecretText(address))
              : {},
            ZoomWebhookSecret: settled('ZoomWebhookSecret', settings.zoomWebhookSecret),
          },
        };
      });
      if (stored === undefined) throw storeUnavailable('The secrets of webhooks were not written');
      const address = new SecretText(stored.address);
      return {address, former: await formerIn(stored, settings, address)};
    },

    async former(settings) {
      const stored = await open(ROWS.webhookSecrets, []).known();
      return stored === undefined ? {} : formerIn(stored, settings, settings.webhookSecret);
    },

    mayKeep: (settings, setting) =>
      setting === 'WebhookSecret'
        ? settings.signatureRequired && settings.webhookSecret !== undefined
        : settings.zoomWebhookSecret !== undefined && settings.encryptionKey !== undefined,

    async willReplace(settings, setting, next) {
      const present = setting === 'WebhookSecret' ? settings.webhookSecret : settings.zoomWebhookSecret;
      const [from, to] = [digestOf(present), digestOf(next)];
      if (present === undefined || from === undefined || to === undefined) return;
      const key = setting === 'WebhookSecret' ? undefined : sealingKey(settings);
      const sealed = key && (await seal(present.reveal(), to, key));
      const answer = {from, to, until: clock.now() + BECAUSE_KEPT_MS, ...(sealed !== undefined && {sealed})};
      await change(setting, (rotation) => ({...rotation, answer}));
    },

    async willEnd(setting) {
      await change(setting, ({answer: _taken, ...rotation}) => rotation);
    },

    async endFormer(setting) {
      await change(setting, ({former: _ended, ...rotation}) => rotation);
    },
  };
}

const withRotation = (
  stored: StoredSecrets,
  setting: RotatingSetting,
  rotation: Rotation,
): StoredSecrets => ({
  ...stored,
  rotations: {...stored.rotations, [setting]: rotation},
});

const digestOf = (secret: SecretText | undefined): string | undefined =>
  secret && createHash('sha256').update(secret.reveal()).digest('hex');

const sealingKey = ({encryptionKey}: SecretSettings): Buffer | undefined =>
  encryptionKey && deriveKey(encryptionKey.reveal(), 'former-webhook-token/v1');
