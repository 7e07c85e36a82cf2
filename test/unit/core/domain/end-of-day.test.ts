import {describe, expect, it} from '@jest/globals';
import {endOfDay} from '../../../../server/core/domain/end-of-day.js';

const asRead = (date: string, timeZone: string): string | undefined => {
  const at = endOfDay(date, timeZone);
  return at === undefined ? undefined : new Date(at).toISOString();
};

describe('the end of a day', () => {
  it.each([
    ['2026-12-24', 'UTC', '2026-12-24T23:59:59.999Z'],
    ['2026-12-24', 'Europe/Berlin', '2026-12-24T22:59:59.999Z'],
    ['2026-07-24', 'Europe/Berlin', '2026-07-24T21:59:59.999Z'],
    ['2026-12-24', 'America/Los_Angeles', '2026-12-25T07:59:59.999Z'],
    ['2026-12-31', 'Pacific/Kiritimati', '2026-12-31T09:59:59.999Z'],
    ['2028-02-29', 'Asia/Kolkata', '2028-02-29T18:29:59.999Z'],
  ])('of %s is what clocks in %s show', (date, timeZone, at) => {
    expect(asRead(date, timeZone)).toBe(at);
  });

  it.each([
    ['2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['2026-03-28', '2026-03-28T22:59:59.999Z'],
    ['2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['2026-10-24', '2026-10-24T21:59:59.999Z'],
  ])('is right where clocks are changed, on %s', (date, at) => {
    expect(asRead(date, 'Europe/Berlin')).toBe(at);
  });

  it.each([
    '',
    '24.12.2026',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    'tomorrow',
    '2026-12-24T10:00',
    '12026-12-24',
  ])('is none of %j', (date) => {
    expect(endOfDay(date, 'Europe/Berlin')).toBeUndefined();
  });
});
