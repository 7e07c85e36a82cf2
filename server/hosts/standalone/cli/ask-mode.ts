import type {Mode} from '../../../core/domain/modes/mode.js';
import {SETTING_NAMES} from '../../../core/domain/setting-names.js';
import {isSecretSetting} from '../../../core/domain/settings-schema.js';
import {type Asking, readText} from './question.js';

/** Asks for everything that a connection of this mode needs, by the names of the settings. */
export async function askMode(
  {name, source, settings}: Mode,
  {ask, say}: Pick<Asking, 'ask' | 'say'>,
): Promise<Record<string, string>> {
  if (source !== undefined) say(source);
  const answers: Record<string, string> = {ConnectionMode: name};
  for (const key of settings) {
    const question = {name: key, text: SETTING_NAMES[key], isSecret: isSecretSetting(key), read: readText};
    answers[key] = await ask(question);
  }
  return answers;
}
