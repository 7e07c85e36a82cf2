import fc from 'fast-check';
import {GobNamed} from '../../../server/wire/gob/gob-named.js';
import {gob, type GobType} from '../../../server/wire/gob/type.js';

/** A random Go type, random values of it, and what a decoder is to make of each. */
export interface Sample {
  readonly type: GobType;
  readonly value: unknown;
  readonly decoded: unknown;
}

interface Kind {
  readonly type: GobType;
  readonly values: fc.Arbitrary<Pair>;
  /** What is left out of a struct. */
  readonly isZero: (value: unknown) => boolean;
}
type Pair = readonly [value: unknown, decoded: unknown];

export const named: Readonly<Record<string, GobType>> = {
  '*model.Thing': gob.struct('Thing', {Name: gob.string, Inside: gob.any}),
};

const never = (): boolean => false;
const same = <V>(values: fc.Arbitrary<V>): fc.Arbitrary<Pair> => values.map((value) => [value, value]);
const safe = (value: bigint): number | bigint =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value;
const isEmpty = (value: unknown): boolean => (value as {length: number}).length === 0;

const scalars: readonly Kind[] = [
  {type: gob.bool, values: same(fc.boolean()), isZero: (value) => value === false},
  {type: gob.string, values: same(fc.string({unit: 'grapheme'})), isZero: (value) => value === ''},
  {type: gob.bytes, values: same(fc.uint8Array()), isZero: isEmpty},
  {type: gob.float, values: same(fc.double()), isZero: (value) => value === 0},
  {type: gob.int, values: integers(-(2n ** 63n), 2n ** 63n - 1n), isZero: (value) => Number(value) === 0},
  {type: gob.uint, values: integers(0n, 2n ** 64n - 1n), isZero: (value) => Number(value) === 0},
  {type: gob.gobEncoder('Time'), values: same(fc.uint8Array()), isZero: never},
  {type: gob.binary(''), values: same(fc.uint8Array()), isZero: never},
  {type: gob.text('T'), values: same(fc.string()), isZero: never},
  {type: gob.any, values: interfaces(), isZero: (value) => value === null},
];

function integers(min: bigint, max: bigint): fc.Arbitrary<Pair> {
  return fc
    .oneof(
      fc.bigInt({min, max}),
      fc.bigInt({min: min < 0n ? -200n : 0n, max: 200n}),
      fc.constantFrom(min, max),
    )
    .map((value): Pair => [safe(value), safe(value)]);
}

function interfaces(): fc.Arbitrary<Pair> {
  return fc.oneof(
    same(fc.jsonValue()),
    same(fc.uint8Array()),
    fc.string({minLength: 1}).map((name): Pair => {
      const thing = new GobNamed('*model.Thing', {Name: name, Inside: [name, {deep: true}]});
      return [thing, thing];
    }),
    fc
      .bigInt({min: 0n, max: 2n ** 64n - 1n})
      .map((value): Pair => [new GobNamed('uint64', value), safe(value)]),
  );
}

const fieldNames = ['A', 'B', 'Ünder', 'Name', 'Z_9'] as const;

const kinds = fc.letrec<{kind: Kind}>((tie) => ({
  kind: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.constantFrom(...scalars),
    tie('kind').map(sliceOf),
    tie('kind').map(mapOf),
    fc.array(tie('kind'), {maxLength: fieldNames.length}).map(structOf),
  ),
})).kind;

function sliceOf(elem: Kind): Kind {
  const values = fc.array(elem.values, {maxLength: 5}).map(unzip);
  return {type: gob.slice(elem.type), values, isZero: isEmpty};
}

function mapOf(elem: Kind): Kind {
  const values = fc
    .dictionary(fc.string(), elem.values, {maxKeys: 5, noNullPrototype: true})
    .map((entries): Pair => {
      const pairs = Object.entries(entries);
      return [
        Object.fromEntries(pairs.map(([key, [value]]) => [key, value])),
        Object.fromEntries(pairs.map(([key, [, decoded]]) => [key, decoded])),
      ];
    });
  return {type: gob.map(gob.string, elem.type), values, isZero: never};
}

function structOf(parts: readonly Kind[]): Kind {
  const fields = parts.map((kind, index) => ({name: fieldNames[index] ?? '', kind}));
  const type = gob.struct('S', Object.fromEntries(fields.map(({name, kind}) => [name, kind.type])));
  const values = fc
    .tuple(...parts.map((kind) => fc.option(kind.values, {nil: undefined})))
    .map((members): Pair => {
      const value: Record<string, unknown> = {};
      const decoded: Record<string, unknown> = {};
      for (const [index, member] of members.entries()) {
        const field = fields[index];
        if (!member || !field) continue;
        value[field.name] = member[0];
        if (!field.kind.isZero(member[0])) decoded[field.name] = member[1];
      }
      return [value, decoded];
    });
  return {type, values, isZero: never};
}

function unzip(pairs: readonly Pair[]): Pair {
  return [pairs.map(([value]) => value), pairs.map(([, decoded]) => decoded)];
}

/** Values that travel over one stream, one after another. */
export const samples: fc.Arbitrary<readonly Sample[]> = fc.array(
  kinds.chain(({type, values}) => values.map(([value, decoded]) => ({type, value, decoded}))),
  {minLength: 1, maxLength: 4},
);
