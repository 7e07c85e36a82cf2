import type {Mode} from '../../../core/domain/modes/mode.js';
import type {SetupLine} from '../../../core/ports/application.js';
import {askConnection, sayConsent} from './ask-connection.js';
import {askMode} from './ask-mode.js';
import {type Asking, readText} from './question.js';

type Answers = Readonly<Record<string, string>>;

/** The set-up's list for settings that are not stored yet. */
export type TrySettings = (settings: Answers) => Promise<readonly SetupLine[]>;

/** Asks for the Zoom app, and tries it: what Zoom itself refuses is asked again. */
export async function askZoom(
  asking: Asking,
  serviceUrl: string,
  trySettings: TrySettings,
): Promise<Answers> {
  const mode = await askConnection(asking);
  const answers = await askApp(mode, asking, trySettings);
  sayConsent(mode, serviceUrl, asking.say);
  const ZoomWebhookSecret = await asking.ask({
    name: 'ZoomWebhookSecret',
    text: 'Secret Token (on the page Feature of the same app)',
    isSecret: true,
    read: readText,
  });
  return {...answers, ZoomWebhookSecret};
}

async function askApp(mode: Mode, asking: Asking, trySettings: TrySettings): Promise<Answers> {
  const answers = await askMode(mode, asking);
  const lines = await trySettings(answers);
  const refused = lines.find(({finding, state}) => finding.startsWith('token.') && state === 'wrong');
  if (refused !== undefined) {
    asking.refuse(plain(refused), mode.settings);
    return askApp(mode, asking, trySettings);
  }
  // What comes with a consent is not to be had yet.
  const told = mode.consent === 'nobody' ? ['token', 'scopes'] : ['token'];
  for (const line of lines.filter(({id}) => told.includes(id))) asking.say(plain(line));
  return answers;
}

const plain = ({title, text}: SetupLine): string => `${title} ${text.replaceAll('**', '')}`;
