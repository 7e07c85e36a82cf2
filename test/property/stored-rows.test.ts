import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {elementTexts} from '../../server/outbound/store/element-texts.js';
import type {RowFormat} from '../../server/outbound/store/row-format.js';
import {ROWS} from '../../server/outbound/store/rows.js';
import {ROW_SAMPLES} from '../support/row-samples.js';

type Fields = Readonly<Record<string, unknown>>;
const blank = fc.constantFrom('', ' ', '\n\t');

/** JSON texts, spelled as `JSON.stringify` does and as it does not. */
const jsonText = fc.oneof(
  fc
    .tuple(fc.jsonValue(), fc.constantFrom(0, 2))
    .map(([value, indent]) => JSON.stringify(value, undefined, indent)),
  fc.constantFrom(
    '1E2',
    '-0.0',
    '12345678901234567890',
    '"\\u005b,\\"\\\\"',
    '{"a":1,"a":[2]}',
    '{"__proto__":{"a":1}}',
  ),
);

/** As JSON can say it: it knows no `-0`. */
const jsonValue = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);

/** Fields of a newer version; a record's own names are not among them. */
const laterFields = fc.dictionary(
  fc.string().map((name) => `later ${name}`),
  jsonValue,
  {maxKeys: 4},
);

const LISTS = (Object.keys(ROWS) as (keyof typeof ROWS)[]).filter(
  (name) => ROW_SAMPLES[name].holds === 'a list',
);
const RECORDS = (Object.keys(ROWS) as (keyof typeof ROWS)[]).filter(
  (name) => ROW_SAMPLES[name].holds === 'one record',
);
const formatOf = <T>(name: keyof typeof ROWS): RowFormat<T> => ROWS[name].format as unknown as RowFormat<T>;
const without = (record: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

describe('the elements of a JSON text', () => {
  it('P11 are found as they are spelled, in lists and in objects', () => {
    fc.assert(
      fc.property(fc.array(jsonText), blank, (texts, space) => {
        expect(elementTexts(`${space}[${space}${texts.join(`${space},${space}`)}${space}]`)).toEqual(texts);
        const members = texts.map((text, index) => `"${index}":${space}${text}`);
        expect(elementTexts(`{${members.join(`,${space}`)}}`)).toEqual(members);
      }),
    );
  });
});

describe.each(LISTS)('a list of %s, whatever a newer version and damage made of it', (name) => {
  const {record} = ROW_SAMPLES[name];
  const format = formatOf<readonly Fields[]>(name);
  const element = fc.oneof(
    fc
      .record({later: laterFields, v: fc.constantFrom({}, {v: 1}, {v: 7})})
      .map(({later, v}) => JSON.stringify({...record, ...later, ...v})),
    jsonText,
  );
  const fate = fc.constantFrom('stays', 'is changed', 'goes');

  it('P11 loses no field and no byte of what is not taken out', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(element, fate), {maxLength: 8}), fc.boolean(), (entries, isAdded) => {
        const texts = entries.map(([text]) => text);
        const reading = format.read(`[${texts.join(' ,')}]`);
        if (reading === undefined) throw new Error('The list cannot be read');
        const readable = entries.filter(([text]) => format.read(`[${text}]`)?.unreadable === 0);
        expect(reading.value).toEqual(readable.map(([text]) => JSON.parse(text) as unknown));
        expect(reading.unreadable).toBe(entries.length - readable.length);

        const fates = readable.map(([, its]) => its);
        const next = reading.value
          .map((known, index) => (fates[index] === 'is changed' ? {...known, changed: true} : known))
          .filter((_known, index) => fates[index] !== 'goes');
        const written = reading.write(isAdded ? [...next, record] : next) ?? '';

        const kept = entries.filter(
          ([text, its]) => its === 'stays' || !readable.some(([other]) => other === text),
        );
        const left = elementTexts(written);
        for (const [text] of kept) expect(left).toContain(text);
        const changed = (JSON.parse(written) as Fields[]).filter((known) => known?.['changed'] === true);
        const expected = readable
          .filter(([, its]) => its === 'is changed')
          .map(([text]) => JSON.parse(text) as Fields);
        expect(changed.map((known) => without(known, 'changed', 'v'))).toEqual(
          expected.map((known) => without(known, 'v')),
        );
        expect(changed.map(({v}) => v)).toEqual(expected.map(({v}) => v ?? 1));
        expect(left).toHaveLength(reading.unreadable + next.length + (isAdded ? 1 : 0));
      }),
    );
  });

  it('P11 keeps what cannot be read where it stood while other records are changed', () => {
    fc.assert(
      fc.property(fc.array(element, {maxLength: 8}), (texts) => {
        const reading = format.read(`[${texts.join()}]`);
        const written = reading?.write(reading.value.map((known) => ({...known}))) ?? '';
        const isReadable = (text: string): boolean => format.read(`[${text}]`)?.unreadable === 0;
        expect(elementTexts(written).map(isReadable)).toEqual(texts.map(isReadable));
      }),
    );
  });
});

describe.each(RECORDS)('the record %s', (name) => {
  const format = formatOf<Fields | undefined>(name);

  it('P11 loses no field when one is changed', () => {
    fc.assert(
      fc.property(laterFields, fc.constantFrom({}, {v: 1}, {v: 7}), (later, v) => {
        const stored = {...ROW_SAMPLES[name].record, ...later, ...v};
        const reading = format.read(JSON.stringify(stored));
        const written = reading?.write({...reading.value, changed: true}) ?? '';
        expect(JSON.parse(written)).toEqual({...stored, v: 'v' in v ? v.v : 1, changed: true});
      }),
    );
  });
});

describe('texts by name', () => {
  const format = ROWS.preferences.format;
  const entries = fc.dictionary(fc.string({minLength: 2}), fc.oneof(fc.string(), fc.jsonValue()), {
    maxKeys: 6,
  });

  it('P11 keep what is no text, and what is not changed, byte for byte', () => {
    fc.assert(
      fc.property(entries, fc.string({minLength: 2}), fc.string(), (stored, name, text) => {
        const json = JSON.stringify(stored, undefined, 1);
        const reading = format.read(json);
        if (reading === undefined) throw new Error('The texts cannot be read');
        const written = reading.write({...reading.value, [name]: text});
        const isInTheWay = Object.hasOwn(stored, name) && typeof stored[name] !== 'string';
        if (isInTheWay) return expect(written).toBeUndefined();
        const members = elementTexts(json).filter((member) => !member.startsWith(`${JSON.stringify(name)}:`));
        for (const member of members) expect(elementTexts(written ?? '')).toContain(member);
        const again = format.read(written);
        expect(again?.value).toEqual({...reading.value, [name]: text});
        expect(again?.unreadable).toBe(reading.unreadable);
      }),
    );
  });
});

describe('any row', () => {
  it.each(Object.keys(ROWS) as (keyof typeof ROWS)[])(
    'P11 of %s is read or refused, and never breaks the reader',
    (name) => {
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
          const reading = formatOf<object | undefined>(name).read(stored);
          expect(reading === undefined || reading.unreadable >= 0).toBe(true);
        }),
      );
    },
  );
});
