import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {createEncoder} from '../../../server/wire/gob/encoder.js';
import {gob, lazy, type GobType} from '../../../server/wire/gob/type.js';
import {named, samples} from './arbitrary-type.js';
import {cut, decodeAll} from './decode-all.js';

describe('a gob stream', () => {
  it('gives back values of any types, however its bytes are cut', () => {
    fc.assert(
      fc.property(samples, fc.array(fc.double({min: 0, max: 1, noNaN: true})), (values, places) => {
        const encoder = createEncoder({named});
        const bytes = Buffer.concat(values.map(({type, value}) => encoder.encodeAll([[type, value]])));
        expect(decodeAll(cut(bytes, places))).toEqual(values.map(({decoded}) => decoded));
      }),
    );
  });

  it('carries types that contain themselves', () => {
    interface Tree {
      readonly Name?: string | undefined;
      readonly Kids?: readonly Tree[] | undefined;
    }
    const tree: GobType<Tree> = gob.struct('Tree', {Name: gob.string, Kids: gob.slice(lazy(() => tree))});
    const value = {Name: 'a', Kids: [{Name: 'b', Kids: [{}, {Name: 'c'}]}, {Name: 'd'}]};
    expect(decodeAll([createEncoder().encode(tree, value)])).toEqual([value]);
  });

  it('carries a list of itself', () => {
    const lists: GobType<readonly unknown[]> = gob.slice(lazy((): GobType => lists));
    expect(decodeAll([createEncoder().encode(lists, [[], [[], []]])])).toEqual([[[], [[], []]]]);
  });

  it('keeps maps with keys other than strings as maps', () => {
    const type = gob.map(gob.int, gob.string);
    const value = new Map([
      [-1, 'minus'],
      [7, 'seven'],
    ]);
    expect(decodeAll([createEncoder().encode(type, value)])).toEqual([value]);
  });

  it('holds integers beyond 2^53 as bigints, exactly', () => {
    const value = [2n ** 63n - 1n, -(2n ** 63n), BigInt(Number.MAX_SAFE_INTEGER) + 1n];
    expect(decodeAll([createEncoder().encodeAll([[gob.slice(gob.int), value]])])).toEqual([value]);
  });

  it('lets a map key named __proto__ be a key like any other', () => {
    const [value] = decodeAll([createEncoder().encode(gob.map(gob.string, gob.int), {['__proto__']: 1})]);
    expect(Object.entries(value as object)).toEqual([['__proto__', 1]]);
  });

  it('defines a type once, whatever uses it later', () => {
    const inner = gob.struct('Inner', {N: gob.int});
    const encoder = createEncoder();
    const first = encoder.encode(inner, {N: 1});
    expect(encoder.encode(inner, {N: 1}).length).toBeLessThan(first.length);
    const outer = Buffer.from(encoder.encode(gob.struct('Outer', {Inner: inner}), {Inner: {N: 1}}));
    expect(outer.includes('Outer')).toBe(true);
    expect(outer.includes('N', outer.lastIndexOf('Inner') + 5)).toBe(false);
  });
});
