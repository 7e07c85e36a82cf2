import {MODES} from './modes.js';
import {readSettings, type Settings} from './settings.js';
import {isSecretSetting, type SettingKey, settingsSchema} from './settings-schema.js';

/** Where secrets are sent to. */
const ADDRESSES = ['ZoomURL', 'ZoomAPIURL', 'AllowInsecureZoomURLs'] as const satisfies readonly SettingKey[];

/** What Mattermost shows instead of a secret. */
const MASKED = /^\*+$/;

/** Made by the product: an empty field of the page changes nothing. */
const GENERATED = ['webhooksecret', 'encryptionkey'];

const meansStored = (name: string, value: string): boolean =>
  MASKED.test(value) || (value === '' && GENERATED.includes(name));

type Values = Readonly<Record<string, unknown>>;

/**
 * The settings as they would be if what was typed were saved. Absent and masked values are the stored ones, but a
 * stored secret is never sent to an address that was only typed: there it has to be typed, too.
 */
export function draftSettings(stored: Values, typed: Values): Settings {
  const before = byName(stored);
  const changes = [...byName(typed)].filter(
    ([name, value]) => NAMES.has(name) && !(typeof value === 'string' && meansStored(name, value.trim())),
  );
  const after = new Map([...before, ...changes]);
  const changed = new Set(changes.map(([name]) => name));
  const goesElsewhere = ADDRESSES.some((key) => reading(before, key) !== reading(after, key));
  const withheld = SENT_TO_ZOOM.filter((key) => goesElsewhere && !changed.has(key.toLowerCase()));
  for (const key of withheld) after.set(key.toLowerCase(), '');
  const settings = readSettings(Object.fromEntries(after));
  return {
    ...settings,
    problems: settings.problems.map((problem) =>
      problem.kind === 'missing' && withheld.includes(problem.setting)
        ? {setting: problem.setting, kind: 'to-be-typed-again'}
        : problem,
    ),
  };
}

/** The secrets of every way to connect. */
const SENT_TO_ZOOM: readonly SettingKey[] = [
  ...new Set(MODES.flatMap(({settings}) => settings).filter(isSecretSetting)),
];

const NAMES: ReadonlySet<string> = new Set(Object.keys(settingsSchema.shape).map((key) => key.toLowerCase()));

/** Mattermost hands out the names in lower case, pages send them as they are written. */
const byName = (values: Values): Map<string, unknown> =>
  new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));

const reading = (values: ReadonlyMap<string, unknown>, key: (typeof ADDRESSES)[number]): unknown =>
  settingsSchema.shape[key].parse(values.get(key.toLowerCase()));
