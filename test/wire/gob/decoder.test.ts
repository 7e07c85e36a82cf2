import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {createDecoder} from '../../../server/wire/gob/decoder.js';
import {createEncoder} from '../../../server/wire/gob/encoder.js';
import {GobError} from '../../../server/wire/gob/gob-error.js';
import {GobNamed} from '../../../server/wire/gob/gob-named.js';
import {GobWriter} from '../../../server/wire/gob/gob-writer.js';
import {gob} from '../../../server/wire/gob/type.js';
import {named, samples} from './arbitrary-type.js';
import {decodeAll} from './decode-all.js';

const limits = {bytes: 100_000, values: 10_000, depth: 50, definitions: 500};

/** Decodes, and fails on every error but a GobError. */
function survive(bytes: Uint8Array): void {
  try {
    decodeAll([bytes], limits);
  } catch (error) {
    if (!(error instanceof GobError)) throw error;
  }
}

/** The code of the GobError that the bytes lead to. */
function refusal(bytes: Uint8Array): string | undefined {
  try {
    decodeAll([bytes]);
    return undefined;
  } catch (error) {
    return (error as GobError).code;
  }
}

function bytesOf(...parts: string[]): Buffer {
  return Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');
}

/** `[]interface {}` of structs, each of a type of its own, cut behind each definition as Go cuts it. */
function cutList(count: number): Buffer {
  const messages: Buffer[] = [];
  const message = new GobWriter();
  const flush = (): void => {
    const framed = new GobWriter();
    framed.bytes(message.written);
    messages.push(framed.take());
    message.reset();
  };
  message.raw(bytesOf('ff81 02 01 02 ff82 00 01 10 00 00'));
  flush();
  message.int(65);
  message.uint(0);
  message.uint(count);
  for (let index = 0; index < count; index++) {
    message.string(`*t.T${index}`);
    message.int(-(66 + index));
    message.raw(bytesOf('03 01 02'));
    message.int(66 + index);
    message.raw(bytesOf('00 01 01 01 01 41 01 04 00 00 00'));
    flush();
    message.int(66 + index);
    message.uint(3);
    message.raw(bytesOf('01 02 00'));
  }
  flush();
  return Buffer.concat(messages);
}

describe('the decoder', () => {
  it('follows a value through as many messages as Go cuts it into', () => {
    const [value] = decodeAll([cutList(2000)]);
    expect(value).toEqual(Array.from({length: 2000}, (_, index) => new GobNamed(`*t.T${index}`, {A: 1})));
  });

  it('has nothing to say until a value is complete', () => {
    const bytes = cutList(3);
    const decoder = createDecoder();
    decoder.push(bytes.subarray(0, -1));
    expect(decoder.next()).toBeUndefined();
    decoder.push(bytes.subarray(-1));
    expect(decoder.next()).toBeDefined();
    expect(decoder.next()).toBeUndefined();
  });

  it.each([
    ['an integer of nine bytes', '04 ff81 f7 00', 'malformed'],
    ['a length of nine bytes', 'f7 00', 'malformed'],
    ['a type nobody defined', '03 ff82 00', 'undefined-type'],
    ['a type id that is taken', '06 01 03 01 00 00 00', 'malformed'],
    ['an empty message', '00', 'truncated'],
    ['a value cut short by its message', '04 0c 00 05 68', 'truncated'],
    ['bytes behind a value', '04 02 00 01 01', 'malformed'],
    ['a value alone without its zero', '03 02 01 01', 'malformed'],
    ['a definition without a type', '03 ff81 00', 'malformed'],
    [
      'a field name as no Go struct has it',
      '1a ff81 03 01 02 ff82 00 01 01 01 09 5f5f70726f746f5f5f 01 04 00 00 00',
      'malformed',
    ],
    ['a message of a terabyte', 'fa 010000000000', 'over-limit'],
    [
      'a list of 2^62 elements in ten bytes',
      '0c ff81 02 01 02 ff82 00 01 04 00 00  0c ff82 00 f8 4000000000000000',
      'over-limit',
    ],
    ['a string of 2^40 bytes in a small message', '09 0c 00 fa 010000000000', 'truncated'],
  ])('refuses %s', (_name, hex, code) => {
    expect(refusal(bytesOf(hex))).toBe(code);
  });

  it('refuses a type that is defined twice', () => {
    const definition = createEncoder().encode(gob.struct('', {}), {}).subarray(0, -4);
    expect(() => decodeAll([definition, definition])).toThrow('type 65 is taken');
  });

  it('refuses more values, depth, definitions or bytes than it is told to allow', () => {
    const many = createEncoder().encode(gob.slice(gob.struct('', {})), Array<object>(1000).fill({}));
    expect(() => decodeAll([many], {values: 1000})).toThrow('more than 1000 values');
    const deep = JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown;
    const nested = createEncoder().encode(gob.any, deep);
    expect(() => decodeAll([nested], {depth: 79})).toThrow('more than 79 values inside each other');
    expect(decodeAll([nested], {depth: 80})).toEqual([deep]);
    expect(() => decodeAll([cutList(100)], {definitions: 100})).toThrow('too many types');
    expect(() => decodeAll([cutList(100)], {bytes: 1000})).toThrow(
      /a message of \d+ bytes where \d+ are left/,
    );
  });

  it('keeps refusing after it has refused once', () => {
    const decoder = createDecoder();
    decoder.push(bytesOf('00'));
    expect(() => decoder.next()).toThrow(GobError);
    decoder.push(createEncoder().encode(gob.bool, true));
    expect(() => decoder.next()).toThrow(GobError);
  });

  it('throws nothing but GobError on random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({maxLength: 200}), survive), {numRuns: 500});
  });

  it('throws nothing but GobError on a valid stream with some bytes changed', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat({max: 255})), {minLength: 1, maxLength: 4});
    fc.assert(
      fc.property(samples, changes, (values, edits) => {
        const encoder = createEncoder({named});
        const bytes = Buffer.concat(values.map(({type, value}) => encoder.encodeAll([[type, value]])));
        for (const [place, byte] of edits) bytes[place % bytes.length] = byte;
        survive(bytes);
      }),
      {numRuns: 500},
    );
  });

  it('keeps no large message alive for a small value in it', () => {
    const type = gob.struct('', {Small: gob.bytes, Large: gob.bytes});
    const bytes = createEncoder().encode(type, {Small: Uint8Array.of(1), Large: new Uint8Array(100_000)});
    const [value] = decodeAll([bytes]) as [{Small: Uint8Array}];
    expect(value.Small.buffer.byteLength).toBe(1);
  });
});
