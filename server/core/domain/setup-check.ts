import {type CheckId, type CheckState, type Finding, FINDINGS} from './findings.js';
import type {SettingKey, SettingProblem} from './settings.js';

/** What one step of the set-up turned out to be. */
export interface SetupCheck {
  id: CheckId;
  finding: Finding;
  state: CheckState;
  /** Where to look first. */
  settings: readonly SettingKey[];
  /** What the sentence is filled with; times in milliseconds since the Unix epoch. */
  values: Readonly<Record<string, string | number>>;
  /** What is to be mended in the settings; only the first step has any. */
  problems: readonly SettingProblem[];
}

export const setupCheck = (id: CheckId, finding: Finding, values: SetupCheck['values'] = {}): SetupCheck => ({
  id,
  finding,
  ...FINDINGS[finding],
  values,
  problems: [],
});

/** The first step: everything else may be tested as far as the settings reach. */
export function settingsCheck(problems: readonly SettingProblem[]): SetupCheck {
  if (problems.length === 0) return setupCheck('settings', 'settings.complete');
  const isWrong = problems.some(({kind}) => kind !== 'missing');
  const check = setupCheck('settings', isWrong ? 'settings.wrong' : 'settings.incomplete');
  return {...check, problems, settings: [...new Set(problems.map(({setting}) => setting))]};
}
