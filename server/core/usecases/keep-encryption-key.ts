import {SecretText} from '../domain/secret-text.js';
import {readSettings} from '../domain/settings.js';
import type {Host} from '../ports/host.js';
import {withSetting} from '../domain/with-setting.js';

type Stored = Readonly<Record<string, unknown>>;

/** Resolves to the settings with an encryption key in them, wherever that is possible. Never rejects. */
export type KeepEncryptionKey = (stored: Stored) => Promise<Stored>;

interface KeepEncryptionKeyDeps extends Pick<Host, 'saveSettings' | 'logger'> {
  newSecret: () => string;
}

/**
 * The key is made once and saved with the settings. A page that was opened before that saves an empty field. Then the
 * key is restored from memory, so that everything that it protects keeps working.
 */
export function createKeepEncryptionKey({
  saveSettings,
  logger,
  newSecret,
}: KeepEncryptionKeyDeps): KeepEncryptionKey {
  let remembered: SecretText | undefined;
  const save = async (key: string): Promise<boolean> => {
    try {
      await saveSettings({EncryptionKey: key});
      return true;
    } catch (error) {
      // For example a read-only config: everything that needs no key works, and the administrator is told.
      logger.error('The Encryption Key could not be saved', {error: String(error)});
      return false;
    }
  };
  return async (stored) => {
    const {encryptionKey} = readSettings(stored);
    if (encryptionKey !== undefined) {
      remembered = encryptionKey;
      return stored;
    }
    if (remembered !== undefined) {
      const key = remembered.reveal();
      if (await save(key)) logger.info('The Encryption Key was emptied, and is put back');
      return withSetting(stored, 'EncryptionKey', key);
    }
    const key = newSecret();
    if (!(await save(key))) return stored;
    remembered = new SecretText(key);
    logger.info(
      'A new Encryption Key was made and saved: private buttons that were shown before stop working',
    );
    return withSetting(stored, 'EncryptionKey', key);
  };
}
