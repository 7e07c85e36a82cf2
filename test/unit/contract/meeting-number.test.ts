import {describe, expect, it} from '@jest/globals';
import {formatMeetingNumber} from '../../../contract/meeting-number.js';

describe('a meeting number', () => {
  it.each([
    ['85512345678', '855 1234 5678'],
    ['1234567890', '123 456 7890'],
    ['123456789', '123 456 789'],
    ['123456789012', '123456789012'],
    ['1', '1'],
  ])('%s is printed as %s', (number, printed) => {
    expect(formatMeetingNumber(number)).toBe(printed);
  });
});
