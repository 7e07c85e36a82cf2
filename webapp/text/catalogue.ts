import de from '../messages/de.json' with {type: 'json'};
import en from '../messages/en.json' with {type: 'json'};
import es from '../messages/es.json' with {type: 'json'};
import fr from '../messages/fr.json' with {type: 'json'};
import ja from '../messages/ja.json' with {type: 'json'};

/** The name of a text, as in `webapp/messages/en.json`. */
export type TextKey = keyof typeof en;

type Catalogue = Readonly<Record<TextKey, string>>;

/** One JSON per language, each with the same keys; `webapp/messages/` is the only place where the script speaks. */
const languages = {de, en, es, fr, ja} satisfies Record<string, Catalogue>;
type Language = keyof typeof languages;

/** Which of our languages a locale such as `es-MX` gets; English where there is no such language. */
export function languageOf(locale: string): Language {
  const name = locale.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(languages, name) ? (name as Language) : 'en';
}

/** The texts for a locale. */
export const catalogueFor = (locale: string): Catalogue => languages[languageOf(locale)];
