import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {isSameValue} from '../../../../server/core/domain/same-value.js';

/** As it would be read back from the store. */
const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

describe('two values', () => {
  it('are the same when they are stored as the same JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue().map(copy), (value) => {
        expect(isSameValue(value, copy(value))).toBe(true);
      }),
    );
  });

  it.each<[unknown, unknown]>([
    [
      {a: 1, b: [{c: 2}]},
      {b: [{c: 2}], a: 1},
    ],
    [{a: 1, b: undefined}, {a: 1}],
    [[], []],
  ])('%j and %j are the same', (one, other) => {
    expect(isSameValue(one, other)).toBe(true);
  });

  it.each<[unknown, unknown]>([
    [{people: [{name: 'Ana'}]}, {people: [{name: 'Ana'}, {name: 'Ben'}]}],
    [{people: {ana: {leftAt: 1}}}, {people: {ana: {leftAt: 2}}}],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    [undefined, null],
    [0, ''],
  ])('%j and %j are not', (one, other) => {
    expect(isSameValue(one, other)).toBe(false);
    expect(isSameValue(other, one)).toBe(false);
  });
});
