import {describe, expect, it} from '@jest/globals';
import {readSince} from '../../../server/hosts/standalone/cli/read-since.js';

const NOW = Date.parse('2026-11-30T12:00:00Z');

describe('The time of a back-up', () => {
  it.each([
    ['90m', '2026-11-30T10:30:00Z'],
    ['2h', '2026-11-30T10:00:00Z'],
    ['3d', '2026-11-27T12:00:00Z'],
    ['2026-11-30T08:00Z', '2026-11-30T08:00:00Z'],
    ['2026-11-30 08:00:30+02:00', '2026-11-30T06:00:30Z'],
    ['2026-11-29', '2026-11-29T00:00'],
    ['2026-11-29 08:00', '2026-11-29T08:00'],
  ])('%s is %s', (text, time) => {
    expect(readSince(text, NOW)).toBe(Date.parse(time));
  });

  it.each([
    [undefined, 'Say when the back-up was made. For example: take-up-cards --since 2h'],
    ['yesterday', '--since yesterday is not understood. For example'],
    ['2026-13-01', '--since 2026-13-01 is not understood.'],
    ['', '--since  is not understood.'],
    ['2026-11-30T13:00Z', '--since 2026-11-30T13:00Z is in the future.'],
    ['31d', '--since may go back 30 days'],
  ])('%s is refused, with what to type', (text, complaint) => {
    expect(() => readSince(text, NOW)).toThrow(complaint);
  });
});
