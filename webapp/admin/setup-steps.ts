import {
  type AdminSetup,
  type Check,
  type CheckState,
  type ConnectionMode,
  ROTATING_SETTINGS,
} from '../../contract/admin.js';
import {isEmpty, type SettingField} from './setting-fields.js';

/** The steps of the set-up, in their order. */
export const STEPS = ['mode', 'values', 'copy', 'test'] as const;
export type StepName = (typeof STEPS)[number];

/** The choice of the connection, as the page names it. */
export const MODE = 'connectionmode';
/** The plugin generates it unless somebody enters one: an empty field does not mean that there is none. */
const MADE = 'webhooksecret';
const WEBHOOKS = ROTATING_SETTINGS.map((name) => name.toLowerCase());

/**
 * Which lines of a test belong to which step; all of them belong to the last one. A line also belongs to the step whose
 * settings it names.
 */
const CHECKS: Readonly<Record<StepName, readonly string[]>> = {
  mode: [],
  values: ['token'],
  copy: ['scopes', 'webhook', 'validation'],
  test: [],
};

/** The connection that is chosen on the screen. */
export function chosenMode(
  setup: AdminSetup | undefined,
  fields: readonly SettingField[],
): ConnectionMode | undefined {
  const value = fields.find(({key}) => key === MODE)?.value;
  return setup?.modes.find(({mode}) => mode === value) ?? setup?.modes[0];
}

/** The fields of a step, as far as the chosen connection needs them; all of them where that is not known. */
export function fieldsOf(
  step: StepName,
  fields: readonly SettingField[],
  mode: ConnectionMode | undefined,
): readonly SettingField[] {
  const order = mode?.settings.map((key) => key.toLowerCase());
  const shown =
    order === undefined ? fields : order.flatMap((key) => fields.find((field) => field.key === key) ?? []);
  switch (step) {
    case 'mode':
      return fields.filter(({key}) => key === MODE);
    case 'copy':
      return shown.filter(({key}) => WEBHOOKS.includes(key));
    case 'values':
      return shown.filter(({key}) => key !== MODE && !WEBHOOKS.includes(key));
    case 'test':
      return [];
  }
}

/** Those that only a person can fill in. */
const toEnter = (fields: readonly SettingField[]): readonly SettingField[] =>
  fields.filter(({key}) => key !== MODE && key !== MADE);

/** Nobody has entered anything yet: no step has begun. */
export const isUntouched = (fields: readonly SettingField[], mode: ConnectionMode | undefined): boolean =>
  STEPS.every((step) => toEnter(fieldsOf(step, fields, mode)).every(isEmpty));

/**
 * The state of a step: unset if nobody has begun, missing if a field is empty. Everything else only a test can tell.
 */
export function stepState(
  step: StepName,
  fields: readonly SettingField[],
  checks: readonly Check[] | undefined,
  isBlank: boolean,
): CheckState {
  const entries = toEnter(fields);
  if (isBlank || (entries.length > 0 && entries.every(isEmpty))) return 'unset';
  if (entries.some(isEmpty)) return 'missing';
  if (checks === undefined) return 'unknown';
  const keys = fields.map(({key}) => key);
  const tellsAbout = ({id, settings}: Check): boolean =>
    CHECKS[step].includes(id) || settings.some((key) => keys.includes(key.toLowerCase()));
  const own = step === 'test' ? checks : checks.filter(tellsAbout);
  const order: readonly CheckState[] = ['wrong', 'missing', 'unset', 'unknown'];
  return order.find((state) => own.some((check) => check.state === state)) ?? 'works';
}
