import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {readStreamWish} from '../../../../server/inbound/commands/read-stream-wish.js';

const read = (typed: string) => readStreamWish(typed, 'UTC');
const TOKEN = 'A-_3'.repeat(10) + 'xyz';
const until = Date.parse('2026-12-24T23:59:59.999Z');

describe('what is typed behind /zoom stream-url', () => {
  it.each([
    ['', {meeting: '', name: '', until: undefined}],
    ['855 1234 5678', {meeting: '85512345678', name: '', until: undefined}],
    ['85512345678 "Main stage"', {meeting: '85512345678', name: 'Main stage', until: undefined}],
    ['855-1234-5678 Main stage until 2026-12-24', {meeting: '85512345678', name: 'Main stage', until}],
    [
      'https://zoom.us/j/85512345678 „Bühne“',
      {meeting: 'https://zoom.us/j/85512345678', name: 'Bühne', until: undefined},
    ],
    ['"Main stage" until 2026-12-24', {meeting: '', name: 'Main stage', until}],
    ['Until 2026-12-24', {meeting: '', name: '', until}],
    ['85512345678 "Open until late"', {meeting: '85512345678', name: 'Open until late', until: undefined}],
    [
      '85512345678 "until 2026-01-01" until 2026-12-24',
      {meeting: '85512345678', name: 'until 2026-01-01', until},
    ],
    ['list of things', {meeting: 'list', name: 'of things', until: undefined}],
  ])('%j names a meeting, what it is called, and until when it is good', (typed, wish) => {
    expect(read(typed)).toEqual({kind: 'make', ...wish});
  });

  it.each([
    '855 1234 5678 until',
    '85512345678 until soon',
    '85512345678 until 24.12.2026',
    'until 2026-02-30',
  ])('%j has a date that is none, of which nothing else is made', (typed) => {
    expect(read(typed)).toEqual({kind: 'no-date'});
  });

  it('ends the day where the person is', () => {
    expect(readStreamWish('until 2026-12-24', 'Europe/Berlin')).toMatchObject({until: until - 3_600_000});
  });

  it.each(['list', ' LIST '])('%j asks for a list', (typed) => {
    expect(read(typed)).toEqual({kind: 'list'});
  });

  it.each([
    ['revoke ABCD-EFGH', {id: 'ABCDEFGH'}],
    ['Revoke abcdefgh', {id: 'ABCDEFGH'}],
    [`revoke https://join.example.org/plugins/zoom/join-page/${TOKEN}`, {token: TOKEN}],
    [`revoke <https://join.example.org/plugins/zoom/join-page/${TOKEN}?open=app>`, {token: TOKEN}],
    [`revoke ${TOKEN}`, {token: TOKEN}],
    ['revoke', undefined],
    ['revoke everything', undefined],
    ['revoke https://join.example.org/plugins/zoom/join-page/short', undefined],
  ])('%j names what is to be revoked', (typed, named) => {
    expect(read(typed)).toEqual({kind: 'revoke', named});
  });

  it('is read whatever it is, and no name is longer than a line', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (typed) => {
        const wish = read(typed);
        if (wish.kind === 'make') expect([...wish.name].length).toBeLessThanOrEqual(80);
      }),
    );
  });
});
