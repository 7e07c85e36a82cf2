import type {SettingKey} from './settings-schema.js';

/** Settings as they are stored, with another value under any spelling of the name. */
export const withSetting = (
  stored: Readonly<Record<string, unknown>>,
  key: SettingKey,
  value: unknown,
): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(stored).filter(([name]) => name.toLowerCase() !== key.toLowerCase())),
  [key]: value,
});
