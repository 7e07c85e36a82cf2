import {describe, expect, it} from '@jest/globals';
import {createEncoder} from '../../../server/wire/gob/encoder.js';
import {GobNamed} from '../../../server/wire/gob/gob-named.js';
import {gob, type GobType} from '../../../server/wire/gob/type.js';
import {decodeAll} from './decode-all.js';

const inner = gob.struct('Inner', {N: gob.int});
const post = gob.struct('Post', {
  Message: gob.string,
  Inner: inner,
  Tags: gob.slice(gob.string),
  Props: gob.any,
});

describe('the encoder', () => {
  it('leaves zero values out, but sends structs and maps that are there', () => {
    const type = gob.struct('', {
      I: gob.int,
      S: gob.string,
      L: gob.slice(gob.int),
      P: inner,
      M: gob.map(gob.string, inner),
    });
    const value = {I: 0, S: '', L: [], P: {}, M: {}};
    expect(decodeAll([createEncoder().encode(type, value)])).toEqual([{P: {}, M: {}}]);
  });

  it('takes an absent value at the top for the zero of its type', () => {
    const types = [gob.int, gob.string, gob.bytes, gob.slice(gob.int), gob.map(gob.string, gob.int), inner];
    const values = types.map((type) => decodeAll([createEncoder().encodeAll([[type, undefined]])])[0]);
    expect(values).toEqual([0, '', new Uint8Array(), [], {}, {}]);
  });

  it('treats members that are undefined as absent', () => {
    expect(decodeAll([createEncoder().encode(gob.any, {a: 1, b: undefined, c: null})])).toEqual([
      {a: 1, c: null},
    ]);
  });

  it.each<[string, GobType, unknown, string]>([
    ['a number for a string', post, {Message: 1}, 'gob: Post.Message: a string expected, got a number'],
    ['a wrong field further in', post, {Inner: {N: 'x'}}, 'gob: Inner.N: an integer'],
    ['a fraction for an integer', gob.int, 1.5, 'an integer'],
    ['an integer that has lost its last digits', gob.int, 2 ** 53, 'an integer'],
    ['an integer beyond 64 bits', gob.int, 2n ** 63n, 'an integer'],
    ['a negative unsigned', gob.uint, -1, 'an integer from 0'],
    ['nil in a list', post, {Tags: ['a', null]}, 'a nil element'],
    ['a hole in a list', gob.slice(inner), new Array(1), 'a nil element'],
    ['an array for a map', gob.map(gob.string, gob.int), [], 'an object expected'],
    ['a function in an interface', post, {Props: () => 1}, 'a function has no Go type'],
    [
      'a name nobody registered',
      post,
      {Props: new GobNamed('main.T', {})},
      'name not registered for interface: main.T',
    ],
    ['a name every object has', post, {Props: new GobNamed('constructor', {})}, 'name not registered'],
  ])('refuses %s', (_, type, value, reason) => {
    expect(() => createEncoder().encodeAll([[type, value]])).toThrow(reason);
  });

  it('does not repeat a refused value: it may be a secret', () => {
    expect(() => createEncoder().encodeAll([[gob.bytes, 'hunter2']])).toThrow(
      /^gob: a Uint8Array expected, got a string$/,
    );
  });

  it('refuses a value that contains itself', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(() => createEncoder().encode(gob.any, cycle)).toThrow('nested too deeply, or in itself');
  });

  it('forgets the types it defined for a value that it then refuses', () => {
    const encoder = createEncoder();
    expect(() =>
      encoder.encodeAll([
        [inner, {N: 1}],
        [post, {Message: 1}],
      ]),
    ).toThrow('Post.Message');
    const bytes = encoder.encode(post, {Message: 'm', Inner: {N: 2}, Props: [1]});
    expect(decodeAll([bytes])).toEqual([{Message: 'm', Inner: {N: 2}, Props: [1]}]);
  });
});
