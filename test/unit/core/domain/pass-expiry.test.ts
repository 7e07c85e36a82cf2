import {describe, expect, it} from '@jest/globals';
import {passExpiry} from '../../../../server/core/domain/pass-expiry.js';

const NOW = Date.parse('2026-11-23T14:00:00Z');
const DAY = 24 * 60 * 60_000;
const at = (text: string): number => Date.parse(text);

describe('a pass for which nobody named a date', () => {
  it('ends a day after its meeting is planned to end', () => {
    const told = {type: 2, start_time: '2026-12-24T10:00:00Z', duration: 90};
    expect(passExpiry(told, NOW)).toBe(at('2026-12-25T11:30:00Z'));
  });

  it('ends a day after the last time of a series, without what was taken back', () => {
    const told = {
      type: 8,
      start_time: '2026-12-01T10:00:00Z',
      duration: 60,
      occurrences: [
        {start_time: '2026-12-08T10:00:00Z', duration: 30, status: 'available'},
        {start_time: '2026-12-01T10:00:00Z', status: 'available'},
        {start_time: '2026-12-15T10:00:00Z', duration: 60, status: 'deleted'},
      ],
    };
    expect(passExpiry(told, NOW)).toBe(at('2026-12-09T10:30:00Z'));
  });

  it('ends after 90 days where nothing has a fixed time', () => {
    expect(passExpiry({type: 3, start_time: '2026-12-24T10:00:00Z'}, NOW)).toBe(NOW + 90 * DAY);
    expect(passExpiry({type: 2}, NOW)).toBe(NOW + 90 * DAY);
    expect(passExpiry({type: 2, start_time: 'soon'}, NOW)).toBe(NOW + 90 * DAY);
  });

  it('ends after two days for an instant meeting, whose number dies with it', () => {
    expect(passExpiry({type: 1, start_time: '2026-11-23T13:00:00Z'}, NOW)).toBe(NOW + 2 * DAY);
  });

  it('is good for a day where the time for which it was planned is over, and for 400 days at most', () => {
    expect(passExpiry({type: 2, start_time: '2026-11-01T10:00:00Z', duration: 60}, NOW)).toBe(NOW + DAY);
    expect(passExpiry({type: 2, start_time: '2036-11-01T10:00:00Z'}, NOW)).toBe(NOW + 400 * DAY);
  });
});
