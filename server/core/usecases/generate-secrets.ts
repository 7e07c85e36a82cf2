import type {SettingKey} from '../domain/settings.js';
import type {Host} from '../ports/host.js';

/** Secrets that the product makes itself, so that nobody has to press "Regenerate" first. */
const GENERATED = ['WebhookSecret', 'EncryptionKey'] as const satisfies readonly SettingKey[];

/** 24 random bytes are 32 characters: as long as Mattermost's own, and what the official plugin's cipher needs. */
const SECRET_BYTES = 24;

/** Fills and saves the generated secrets that are empty; resolves to the settings as they are then. Never rejects. */
export async function generateSecrets(
  host: Pick<Host, 'random' | 'saveSettings' | 'logger'>,
  stored: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const names = new Map(Object.entries(stored).map(([name, value]) => [name.toLowerCase(), value]));
  const missing = GENERATED.filter((key) => {
    const value = names.get(key.toLowerCase());
    return typeof value !== 'string' || value.trim() === '';
  });
  if (missing.length === 0) return stored;
  const made = Object.fromEntries(missing.map((key) => [key, newSecret(host.random.bytes(SECRET_BYTES))]));
  try {
    await host.saveSettings(made);
  } catch (error) {
    // For example a config that is read-only: all that needs no secret works, and the administrator reads of it.
    host.logger.error('Generated secrets could not be saved', {error: String(error)});
    return stored;
  }
  host.logger.info('Secrets were generated and saved', {settings: missing.join(', ')});
  const others = Object.entries(stored).filter(
    ([name]) => !missing.some((key) => key.toLowerCase() === name.toLowerCase()),
  );
  return {...Object.fromEntries(others), ...made};
}

const newSecret = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
