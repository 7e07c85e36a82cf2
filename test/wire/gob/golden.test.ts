import {describe, expect, it} from '@jest/globals';
import {createEncoder} from '../../../server/wire/gob/encoder.js';
import {GobNamed} from '../../../server/wire/gob/gob-named.js';
import {gob, type GobType} from '../../../server/wire/gob/type.js';
import {cut, decodeAll} from './decode-all.js';
import {goldenVectors} from './golden-vectors.js';

const request = gob.struct('Request', {ServiceMethod: gob.string, Seq: gob.uint});
const response = gob.struct('Response', {ServiceMethod: gob.string, Seq: gob.uint, Error: gob.string});
const activation = gob.struct('Z_OnActivateArgs', {APIMuxId: gob.uint, DriverMuxId: gob.uint});
const activated = gob.struct('Z_OnActivateReturns', {A: gob.any});
const logged = gob.struct('Z_LogInfoArgs', {A: gob.string, B: gob.slice(gob.any)});
const appError = gob.struct('AppError', {
  Id: gob.string,
  Message: gob.string,
  DetailedError: gob.string,
  RequestId: gob.string,
  StatusCode: gob.int,
  Where: gob.string,
  IsOAuth: gob.bool,
});

const url = Buffer.from('https://user:pa%20ss@host/p?q=1#f');

const decoded: Readonly<Record<string, unknown>> = {
  'types that marshal themselves': {
    U: new Uint8Array(url),
    T: Uint8Array.from([1, 0, 0, 0, 14, 224, 233, 44, 165, 40, 105, 117, 128, 255, 255]),
    H: {A: ['b']},
  },
  'whole http.Request': {Request: {Method: 'GET', URL: new Uint8Array(url), Header: {A: ['b']}}},
  'Ping: request': {ServiceMethod: 'Control.Ping'},
  'Ping: argument true': true,
  'Dispense: request': {ServiceMethod: 'Dispenser.Dispense', Seq: 1},
  'Dispense: argument "hooks"': 'hooks',
  'Dispense: response': {ServiceMethod: 'Dispenser.Dispense', Seq: 1},
  'Dispense: reply 1': 1,
  'Ping: response': {ServiceMethod: 'Control.Ping'},
  'Ping: reply': {},
  'Implemented reply': ['OnActivate', 'ServeHTTP'],
  OnActivateArgs: {APIMuxId: 2, DriverMuxId: 3},
  'OnActivateReturns nil': {},
  'OnActivateReturns ErrorString': {A: new GobNamed('*plugin.ErrorString', {Err: 'no'})},
  AppError: {Id: 'id', Message: 'id', DetailedError: 'd', StatusCode: 404, Where: 'w'},
  Header: {A: ['b']},
  'nil Header': {},
  '[]byte': Uint8Array.from([0x68, 0x69]),
  'int 200': 200,
  'P1 zero pointers': {N: {}, PN: {}, M: {}},
  LogInfo: {A: 'm', B: ['k', 'v']},
  props: {m: {a: [1.5, null, 'x', true]}},
};

describe('what Go encodes', () => {
  it('is covered by an expectation for every vector', () => {
    expect(Object.keys(decoded).sort()).toEqual([...goldenVectors.keys()].sort());
  });

  it.each([...goldenVectors])('is understood: %s', (name, bytes) => {
    expect(decodeAll([bytes])).toEqual([decoded[name]]);
  });

  it.each([...goldenVectors])('is understood byte by byte: %s', (name, bytes) => {
    const everywhere = Array.from(bytes, (_, index) => index / bytes.length);
    expect(decodeAll(cut(bytes, everywhere))).toEqual([decoded[name]]);
  });
});

/** Go's ids went on from vector to vector, so those below start where the vector did: `before` types are taken. */
const encoded: readonly (readonly [name: string, before: number, type: GobType])[] = [
  ['Ping: request', 0, request],
  ['Ping: argument true', 0, gob.bool],
  ['Dispense: request', 0, request],
  ['Dispense: argument "hooks"', 0, gob.string],
  ['Dispense: response', 1, response],
  ['Dispense: reply 1', 0, gob.uint],
  ['Ping: response', 1, response],
  ['Ping: reply', 2, gob.struct('', {})],
  ['Implemented reply', 3, gob.slice(gob.string)],
  ['OnActivateArgs', 4, activation],
  ['OnActivateReturns nil', 5, activated],
  ['AppError', 7, appError],
  ['[]byte', 0, gob.bytes],
  ['int 200', 0, gob.int],
];

describe('what we encode', () => {
  it.each(encoded)('equals what Go encodes, byte for byte: %s', (name, before, type) => {
    const encoder = createEncoder();
    for (let count = 0; count < before; count++) encoder.encode(gob.struct('', {}), {});
    expect(hex(encoder.encode(type, decoded[name]))).toBe(hex(goldenVectors.get(name) ?? new Uint8Array()));
  });

  it('equals what Go encodes inside an interface; only the name of a definition differs, which says nothing', () => {
    const encoder = createEncoder();
    for (let count = 0; count < 12; count++) encoder.encode(gob.struct('', {}), {});
    encoder.encode(logged, {});
    const value = encoder.encode(logged, {A: 'm', B: ['k', 'v']});
    expect(hex(goldenVectors.get('LogInfo') ?? new Uint8Array()).endsWith(hex(value))).toBe(true);
  });

  it('writes a request and its argument as one piece, as in a call', () => {
    const bytes = createEncoder().encodeAll([
      [request, {ServiceMethod: 'Control.Ping', Seq: 0}],
      [gob.bool, true],
    ]);
    const golden = [goldenVectors.get('Ping: request'), goldenVectors.get('Ping: argument true')];
    expect(hex(bytes)).toBe(golden.map((part) => hex(part ?? new Uint8Array())).join(''));
  });

  it.each([
    [0, '00'],
    [127, '7f'],
    [128, 'ff80'],
    [256, 'fe0100'],
    [2 ** 32, 'fb0100000000'],
    [2 ** 53 - 1, 'f91fffffffffffff'],
    [2n ** 64n - 1n, 'f8ffffffffffffffff'],
  ])('writes the unsigned %p in as few bytes as Go', (value, bytes) => {
    expect(hex(createEncoder().encodeAll([[gob.uint, value]])).slice(6)).toBe(bytes);
  });

  it('writes a float with its bytes reversed', () => {
    expect(hex(createEncoder().encode(gob.float, 17))).toBe('050800fe3140');
  });
});

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
