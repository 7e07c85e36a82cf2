import type {GeneratedSettings} from '../../core/ports/service-records.js';

/**
 * The settings in the configuration, over those that the product generated for itself. The latter are kept in the
 * store: all nodes share it, and a configuration is often read-only.
 */
export interface ServiceSettings {
  load: () => Promise<Record<string, unknown>>;
  /** Keeps what another node has saved before: all nodes must have the same secrets. */
  save: (changes: Readonly<Record<string, string>>) => Promise<void>;
}

export function createServiceSettings(
  configured: Readonly<Record<string, unknown>>,
  generated: GeneratedSettings,
): ServiceSettings {
  return {
    async load() {
      const given = Object.entries(configured).filter(([, value]) => value !== '');
      return {...(await generated.read()), ...Object.fromEntries(given)};
    },
    save: (changes) => generated.add(changes),
  };
}
