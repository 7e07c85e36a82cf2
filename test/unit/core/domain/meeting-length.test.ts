import {describe, expect, it} from '@jest/globals';
import {meetingLength} from '../../../../server/core/domain/meeting-length.js';

const start = Date.parse('2026-11-23T14:00:00Z');

describe('the length of a meeting', () => {
  it.each([
    [0, 0],
    [59_999, 0],
    [60_000, 1],
    [89_999, 1],
    [90_000, 2],
    [48 * 60_000, 48],
    [-5_000, 0],
  ])('of %i ms is %i minutes', (ms, minutes) => {
    expect(meetingLength(start, start + ms)).toBe(minutes);
  });

  it('is not known while an end of it is missing', () => {
    expect(meetingLength(undefined, start)).toBeUndefined();
    expect(meetingLength(start, undefined)).toBeUndefined();
  });
});
