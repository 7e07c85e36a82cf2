import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {IntlMessageFormat} from 'intl-messageformat';
import type {TextKey} from '../../../server/core/ports/texts.js';
import {languages, texts} from '../../../server/messages/texts.js';
import {projectRoot} from '../../../scripts/project-root.js';

const english = languages.get('en') as Readonly<Record<string, string>>;
const keys = Object.keys(english) as TextKey[];

/** A part of a parsed message, as far as the names in it go. */
interface Part {
  type: number;
  value?: string;
  options?: Record<string, {value: Part[]}>;
}
const LITERAL = 0;
const SELECT = 5;
const POUND = 7;

/** The names that a message is filled with, sorted; `unspoken`: parts of these types only choose between words. */
function placeholders(message: string, language: string, unspoken: readonly number[] = []): string[] {
  const silent = [LITERAL, POUND, ...unspoken];
  const names = (parts: readonly Part[]): string[] =>
    parts.flatMap(({type, value, options = {}}) => [
      ...(silent.includes(type) || value === undefined ? [] : [value]),
      ...Object.values(options).flatMap((option) => names(option.value)),
    ]);
  const parsed = new IntlMessageFormat(message, language, undefined, {ignoreTag: true}).getAst() as Part[];
  return [...new Set(names(parsed))].sort();
}

/** The scope that is missing, the owner of a command and who has connected are named in some forms alone. */
const PARTLY_SPOKEN: ReadonlySet<string> = new Set([
  'zoom.missingScope.admin',
  'api.zoom.missingScope',
  'obstacle.missingScope',
  'api.zoom.missingScope',
  'admin.foreignCommand',
  'check.account.connected',
]);

const NUMBERS = ['minutes', 'seconds', 'count', 'code', 'status'];
const sample = (name: string, index: number): string | number => {
  if (name.endsWith('At') || name === 'since') return Date.parse('2026-11-23T14:00:00Z');
  return NUMBERS.includes(name) ? index : `<${name}>`;
};

describe.each([...languages.keys()])('the messages in %s', (language) => {
  const messages = languages.get(language) as Readonly<Record<string, string>>;

  it('are complete texts when they are filled in', () => {
    const translate = texts(language);
    const incomplete = keys.flatMap((key) => {
      const names = placeholders(messages[key] ?? '', language);
      const spoken = placeholders(messages[key] ?? '', language, [SELECT])
        .filter((name) => !NUMBERS.includes(name) && !name.endsWith('At') && name !== 'since')
        .filter(() => !PARTLY_SPOKEN.has(key));
      return [0, 1, 2, 12]
        .map((index) => translate(key, Object.fromEntries(names.map((name) => [name, sample(name, index)]))))
        .filter(
          (text) =>
            /undefined|Invalid Date|NaN|[{}]|^$|^\s|\s$/.test(text) ||
            spoken.some((name) => !text.includes(`<${name}>`)),
        )
        .map((text) => `${key}: ${text}`);
    });
    expect(incomplete).toEqual([]);
  });

  it('put nothing that people wrote into the words of a link', () => {
    const links = Object.values(messages).flatMap((text) => [...text.matchAll(/\[([^\]]*)\]\(/g)]);
    expect(links.map(([, words = '']) => words).filter((words) => /\{(?!host\})/.test(words))).toEqual([]);
  });
});

describe('the folder of messages', () => {
  it('holds a file for each language, and no other', () => {
    const files = readdirSync(join(projectRoot, 'server/messages')).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual([...languages.keys()].map((language) => `${language}.json`).sort());
  });

  it('holds no text that nobody says', () => {
    const sources = readdirSync(join(projectRoot, 'server'), {recursive: true, encoding: 'utf8'})
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(projectRoot, 'server', name), 'utf8'))
      .join('\n');
    // Keys that are made from the kind of a problem stand behind their common beginning.
    // What a check finds is the rest of its text's name.
    const isFinding = (key: string): boolean =>
      key.startsWith('check.') && sources.includes(`'${key.slice('check.'.length)}'`);
    const isUsed = (key: string): boolean =>
      isFinding(key) || sources.includes(`'${key}'`) || sources.includes(`\`${key.replace(/[^.]+$/, '')}\${`);
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe('a language', () => {
  it.each(['', 'xx', 'constructor', '__proto__', 'en-GB', 'EN'])(
    '%j that is not there is English',
    (locale) => {
      expect(texts(locale)('start.bot')).toBe(english['start.bot']);
    },
  );
});

describe('a time that one person reads', () => {
  const resumesAt = Date.parse('2026-11-24T00:00:00Z');
  it.each([
    ['Europe/Berlin', '01:00 GMT+1'],
    ['Asia/Tokyo', '09:00 GMT+9'],
    ['', '00:00 UTC'],
    ['Not/AZone', '00:00 UTC'],
    [undefined, '00:00 UTC'],
  ])('in the zone %j is %s', (zone, time) => {
    const text = texts('en', zone)('zoom.rateLimited.day.until', {resumesAt});
    expect(text).toContain(`start the next one at ${time}.`);
  });
});

describe('a list of names', () => {
  it.each([
    ['en', ['Ana'], 'In the meeting: Ana'],
    ['en', ['Ana', 'Ben'], 'In the meeting: Ana and Ben'],
    ['es', ['Ana', 'Isabel'], 'En la reunión: Ana e Isabel'],
    ['de', ['Ana', 'Ben', 'Chloé'], 'Im Meeting: Ana, Ben und Chloé'],
    ['ja', ['Ana', 'Ben', 'Chloé'], '参加中: Ana、Ben、Chloé'],
  ])('reads in %s as that language writes it: %j', (language, people, text) => {
    expect(texts(language)('card.people.present', {people})).toBe(text);
  });
});
