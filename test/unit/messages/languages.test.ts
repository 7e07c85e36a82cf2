import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {IntlMessageFormat} from 'intl-messageformat';
import {projectRoot} from '../../../scripts/project-root.js';

/** The languages that the web app speaks whole. */
const LANGUAGES = ['de', 'en', 'es', 'fr', 'ja'];
/** The script's own texts, and those that the set-up page and the panel fetch. */
const WEBAPP_FOLDERS = ['webapp/messages', 'webapp/messages/admin', 'webapp/messages/panel'];
const FOLDERS = ['server/messages', ...WEBAPP_FOLDERS];

type Catalogue = Readonly<Record<string, string>>;
const read = (path: string): Catalogue =>
  JSON.parse(readFileSync(join(projectRoot, path), 'utf8')) as Catalogue;
const languagesOf = (folder: string): string[] =>
  readdirSync(join(projectRoot, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''));

/** A part of a parsed message, as far as names and forms go. */
interface Part {
  type: number;
  value?: string;
  options?: Record<string, {value: Part[]}>;
}
const LITERAL = 0;
const PLURAL = 6;
const POUND = 7;

const parse = (message: string, language: string): Part[] =>
  new IntlMessageFormat(message, language, undefined, {ignoreTag: true}).getAst();

function everyPart(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => [
    part,
    ...Object.values(part.options ?? {}).flatMap(({value}) => everyPart(value)),
  ]);
}

const placeholders = (parts: readonly Part[]): string[] => {
  const named = everyPart(parts).filter(({type}) => type !== LITERAL && type !== POUND);
  return [...new Set(named.map(({value = ''}) => value))].sort();
};

/** What a language never says: another way to address people than everywhere else, another word for the same thing. */
const NEVER: Readonly<Record<string, RegExp>> = {
  de: /Gastgeber|[a-zäöüß,] Sie\b|\bIhnen\b/,
  es: /(?<!\p{L})(tú|tus?|ti|contigo|tuy[oa]s?|tienes|puedes|quieres|eres|estás|debes|inténtalo)(?!\p{L})/iu,
  fr: /(?<!\p{L})(tu|ton|tes|toi)(?!\p{L})/iu,
  ja: /ブラウザ(?!ー)|(Zoom|Mattermost) [ぁ-んァ-ヶ一-龠]/,
};

const ROWS = FOLDERS.flatMap((folder) => languagesOf(folder).map((language) => ({folder, language})));

describe('The languages', () => {
  it.each(WEBAPP_FOLDERS)('are complete in %s', (folder) => {
    expect(languagesOf(folder).sort()).toEqual(LANGUAGES);
  });

  describe.each(ROWS)('of $folder, $language', ({folder, language}) => {
    const english = read(`${folder}/en.json`);
    const texts = read(`${folder}/${language}.json`);

    it('have the same keys', () => {
      expect(Object.keys(texts)).toEqual(Object.keys(english));
    });

    it('have the same names in each text', () => {
      const wrong = Object.keys(english).filter(
        (key) =>
          placeholders(parse(texts[key] ?? '', language)).join() !==
          placeholders(parse(english[key] ?? '', 'en')).join(),
      );
      expect(wrong).toEqual([]);
    });

    it('count in the same places, in every form that the language has', () => {
      const wrong = Object.keys(english).filter((key) => {
        const plurals = everyPart(parse(texts[key] ?? '', language)).filter(({type}) => type === PLURAL);
        const others = everyPart(parse(english[key] ?? '', 'en')).filter(({type}) => type === PLURAL);
        // "Many" is for millions in Spanish and French; there "other" says it as well.
        const forms = new Intl.PluralRules(language)
          .resolvedOptions()
          .pluralCategories.filter((form) => form !== 'many');
        const isWhole = plurals.every(({options = {}}) => forms.every((form) => form in options));
        return plurals.length !== others.length || !isWhole;
      });
      expect(wrong).toEqual([]);
    });

    it('speak calmly: no exclamation marks, no blanks at an end or in a row', () => {
      const loud = Object.values(texts).filter((text) => /!|[！]| {2}|^\s|\s$|^$/.test(text));
      expect(loud).toEqual([]);
    });
  });
});

describe('German', () => {
  // "Sie" at the beginning of a sentence is "it" or "they".
  const FORMAL = /[\p{L},] Sie\b|\bIhnen\b|\bIhre?[mnrs]?\b/u;

  it.each(FOLDERS)('says du in %s', (folder) => {
    expect(Object.values(read(`${folder}/de.json`)).filter((text) => FORMAL.test(text))).toEqual([]);
  });

  it.each(['Versuchen Sie es', 'für Ihre App', 'sagt Ihnen, was'])('is formal in %j', (text) => {
    expect(text).toMatch(FORMAL);
  });
});

const sources = readdirSync(join(projectRoot, 'webapp'), {recursive: true, encoding: 'utf8'})
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('dist/'))
  .map((name) => ({name, text: readFileSync(join(projectRoot, 'webapp', name), 'utf8')}));

describe('The web app', () => {
  it('says nothing that is not in its catalogue', () => {
    const literal = sources
      .filter(({name}) => name.endsWith('.tsx'))
      .flatMap(({name, text}) => literalTexts(text).map((words) => `${name}: ${words}`));
    expect(literal).toEqual([]);
  });

  it('finds a literal text where there is one', () => {
    expect(literalTexts('<p>Hello there</p>')).toEqual(['Hello there']);
    expect(literalTexts('<a title="Close it">{x}</a>')).toEqual(['Close it']);
    expect(literalTexts("<a aria-label={'Close'}>{x}</a>")).toEqual(['Close']);
    expect(literalTexts('<p>\n  Hello {name}\n</p>')).toEqual(['Hello']);
  });

  it.each(WEBAPP_FOLDERS)('never leaves a text of %s unsaid', (folder) => {
    const code = sources.map(({text}) => text).join('\n');
    const isSaid = (key: string): boolean =>
      code.includes(`'${key}'`) ||
      code.includes(`"${key}"`) ||
      [...code.matchAll(/`(zoom\.[\w.]*)\$\{[^}]+\}([\w.]*)`/g)].some(
        ([, start = '', end = '']) =>
          key.startsWith(start) &&
          key.endsWith(end) &&
          !key.slice(start.length, key.length - end.length).includes('.'),
      );
    expect(Object.keys(read(`${folder}/en.json`)).filter((key) => !isSaid(key))).toEqual([]);
  });

  it.each(ROWS.filter(({language}) => language in NEVER))(
    'speak in one way in $folder/$language.json',
    ({folder, language}) => {
      const said = Object.entries(read(`${folder}/${language}.json`));
      expect(said.filter(([, text]) => NEVER[language]?.test(text))).toEqual([]);
    },
  );
});

/** Words between tags, and in the attributes that people see or hear. */
function literalTexts(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const between = [
    ...code.matchAll(/<\/?[A-Za-z][^<>=]*(?:=(?:"[^"]*"|\{[^{}]*\})[^<>=]*)*>([^<>{}();=]*)(?=[<{])/g),
  ];
  const attributes = [
    ...code.matchAll(/\b(?:title|aria-label|alt|placeholder)=(?:"([^"]*)"|\{'([^']*)'\}|\{`([^`$]*)`\})/g),
  ];
  return [
    ...between.map(([, words = '']) => words.trim()),
    ...attributes.map(([, one, two, three]) => (one ?? two ?? three ?? '').trim()),
  ].filter((words) => /\p{L}{2}/u.test(words));
}
