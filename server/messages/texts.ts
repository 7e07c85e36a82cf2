import {type Formats, IntlMessageFormat} from 'intl-messageformat';
import {isTimeZone} from '../../contract/is-time-zone.js';
import type {Texts, TextKey, TextValues, Translate} from '../core/ports/texts.js';
import de from './de.json' with {type: 'json'};
import en from './en.json' with {type: 'json'};
import es from './es.json' with {type: 'json'};
import fr from './fr.json' with {type: 'json'};
import ja from './ja.json' with {type: 'json'};

type Messages = Readonly<Record<TextKey, string>>;

/** One JSON per language, each with the same keys; `server/messages/` is the only place where the server speaks. */
export const languages: ReadonlyMap<string, Messages> = new Map([
  ['en', en],
  ['de', de],
  ['es', es],
  ['fr', fr],
  ['ja', ja],
]);

const MOMENT = {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/** `utc` is for posts, which people in many zones read; `local` for what one person sees, in that person's zone. */
const formats = (timeZone: string): Partial<Formats> => ({
  date: {
    utc: {...MOMENT, timeZone: 'UTC'},
    local: {...MOMENT, timeZone, timeZoneName: 'short'},
    // What may be more than a year ahead.
    localYear: {...MOMENT, year: 'numeric', timeZone, timeZoneName: 'short'},
  },
  time: {local: {hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone, timeZoneName: 'short'}},
});

/** Texts in ICU syntax: https://unicode-org.github.io/icu/userguide/format_parse/messages/ */
export const texts: Texts = (locale, timeZone = 'UTC') => {
  const language = locale.split('-')[0] ?? '';
  const known = languages.get(language);
  return known === undefined ? translator('en', en, timeZone) : translator(language, known, timeZone);
};

/** Compiled once: a message costs 0.1 ms to parse and is said thousands of times. */
const compiled = new Map<string, IntlMessageFormat>();

function translator(language: string, messages: Messages, timeZone: string): Translate {
  let known: string | undefined;
  // Asked for by the first message that needs it: with the zones come megabytes of ICU's data.
  const knownZone = (): string => (known ??= isTimeZone(timeZone) ? timeZone : 'UTC');
  return (key, values) => {
    const zone = messages[key].includes(', local') ? knownZone() : 'UTC';
    const id = `${language} ${zone} ${key}`;
    let message = compiled.get(id);
    if (message === undefined) {
      message = new IntlMessageFormat(messages[key], language, formats(zone), {ignoreTag: true});
      compiled.set(id, message);
    }
    return String(message.format(withLists(language, values)));
  };
}

const withLists = (language: string, values: TextValues = {}): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? listOf(language).format(value) : value,
    ]),
  );

/** “A, B, and C”, “A、B、C”. */
const lists = new Map<string, Intl.ListFormat>();

function listOf(language: string): Intl.ListFormat {
  const list = lists.get(language) ?? new Intl.ListFormat(language, {type: 'conjunction'});
  lists.set(language, list);
  return list;
}
