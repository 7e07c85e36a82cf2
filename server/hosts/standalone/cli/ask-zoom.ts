import {MODES} from '../../../core/domain/modes.js';
import type {SetupLine} from '../../../core/ports/application.js';
import {askMode} from './ask-mode.js';
import {type Asking, readText} from './question.js';

type Answers = Readonly<Record<string, string>>;

/** The set-up's list for settings that are not stored yet. */
export type TrySettings = (settings: Answers) => Promise<readonly SetupLine[]>;

/** Asks for the Zoom app, and tries it: what Zoom itself refuses is asked again. */
export async function askZoom(asking: Asking, trySettings: TrySettings): Promise<Answers> {
  const answers = await askApp(asking, trySettings);
  const ZoomWebhookSecret = await asking.ask({
    name: 'ZoomWebhookSecret',
    text: 'Secret Token (on the page Feature of the same app)',
    isSecret: true,
    read: readText,
  });
  return {...answers, ZoomWebhookSecret};
}

async function askApp(asking: Asking, trySettings: TrySettings): Promise<Answers> {
  // The first one that this dialogue knows to ask for.
  const mode = MODES.find(({source}) => source !== undefined);
  if (mode === undefined) return {};
  const answers = await askMode(mode, asking);
  const lines = await trySettings(answers);
  const refused = lines.find(({finding, state}) => finding.startsWith('token.') && state === 'wrong');
  if (refused !== undefined) {
    asking.refuse(plain(refused), mode.settings);
    return askApp(asking, trySettings);
  }
  for (const line of lines.filter(({id}) => id === 'token' || id === 'scopes')) asking.say(plain(line));
  return answers;
}

const plain = ({title, text}: SetupLine): string => `${title} ${text.replaceAll('**', '')}`;
