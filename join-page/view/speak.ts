import type {ImportKind} from '../../contract/import.js';
import type {JoinPageShell, JoinPageText} from '../../contract/join-page-shell.js';
import type {Words} from '../machine/words.js';

type Values = Readonly<Record<string, string | number>>;

export interface Voice {
  /** From now on. */
  speakOf: (kind: ImportKind) => void;
  say: (text: JoinPageText, values?: Values) => string;
  sayWords: (words: Words) => string;
}

/** The page's own texts, with what stands in braces filled in. `always`: what any of them may be filled with. */
export function createVoice(
  {texts, webinarTexts}: Pick<JoinPageShell, 'texts' | 'webinarTexts'>,
  always: Values,
): Voice {
  let spoken = texts;
  const say: Voice['say'] = (text, values = {}) => {
    const all: Values = {...always, ...values};
    return spoken[text].replace(/\{(\w+)\}/g, (whole, name: string) => String(all[name] ?? whole));
  };
  return {
    speakOf(kind) {
      spoken = kind === 'webinar' ? {...texts, ...webinarTexts} : texts;
    },
    say,
    sayWords: (words) => (typeof words === 'string' ? words : say(words.text, words.values)),
  };
}
