import {describe, expect, it} from '@jest/globals';
import {parseJson} from '../../../server/lib/parse-json.js';

describe('JSON from outside', () => {
  it('is read as it is', () => {
    expect(parseJson(Buffer.from('{"topic":"Plan 🎉 \\ud83c\\udf89","n":[1,null,true]}'))).toEqual({
      topic: 'Plan 🎉 🎉',
      n: [1, null, true],
    });
  });

  it.each([
    ['half a character', '"\\ud800"', '\ufffd'],
    ['the second half alone', '"a\\uDC00b"', 'a\ufffdb'],
    ['halves in the wrong order', '["\\udc00\\ud800"]', ['\ufffd\ufffd']],
    ['half a character in a name', '{"\\uD83D":{"x":"\\uD83D"}}', {'\ufffd': {x: '\ufffd'}}],
    ['the letters of an escape', '"\\\\ud800"', '\\ud800'],
  ])('W-14 holds no half characters: %s', (_case, json, read) => {
    expect(parseJson(json)).toEqual(read);
  });

  it('W-21 takes no name for a prototype', () => {
    const read = parseJson('{"__proto__":{"admin":"\\ud800"}}') as object;
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.keys(read)).toEqual(['__proto__']);
  });

  it.each([
    ['what is not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['half a character in its bytes', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['what is cut off', '{"a":'],
    ['what is nested without end', `${'['.repeat(200_000)}"\\ud800"${']'.repeat(200_000)}`],
  ])('W-14 is not %s', (_case, json) => {
    expect(parseJson(json)).toBeUndefined();
  });
});
