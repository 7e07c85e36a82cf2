import type {Mode} from '../../../core/domain/modes/mode.js';
import {SETTING_NAMES} from '../../../core/domain/setting-names.js';
import {isSecretSetting} from '../../../core/domain/settings-schema.js';
import type {Ask} from './ask.js';

/** Asks for everything that a connection of this mode needs, by the names of the settings. */
export async function askMode(
  {name, source, settings}: Mode,
  {ask, say}: {ask: Ask; say: (line: string) => void},
): Promise<Record<string, unknown>> {
  if (source !== undefined) say(source);
  const answers: Record<string, unknown> = {ConnectionMode: name};
  for (const key of settings) {
    answers[key] = await ask(SETTING_NAMES[key], {isSecret: isSecretSetting(key)});
  }
  return answers;
}
