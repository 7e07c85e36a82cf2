import {SETTING_NAMES} from '../core/domain/setting-names.js';
import type {SettingProblem} from '../core/domain/settings.js';
import type {Translate} from '../core/ports/texts.js';

/** What an administrator has to correct, one sentence each. */
export const describeProblems = (translate: Translate, problems: readonly SettingProblem[]): string =>
  problems
    .map(({setting, kind}) => translate(`admin.problem.${kind}`, {setting: SETTING_NAMES[setting]}))
    .join(' ');
