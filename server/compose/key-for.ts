import type {Settings} from '../core/domain/settings.js';
import {deriveKey} from '../lib/derive-key.js';

/** A separate key for each purpose; `undefined`: there is no key to derive it from. */
export const keyFor = (
  {encryptionKey}: Pick<Settings, 'encryptionKey'>,
  purpose: string,
): Buffer | undefined =>
  encryptionKey === undefined ? undefined : deriveKey(encryptionKey.reveal(), purpose);
