import {describe, expect, it} from '@jest/globals';
import {readNamedMeeting} from '../../../../server/core/domain/named-meeting.js';

describe('a meeting that is typed behind a command', () => {
  it.each([
    ['85512345678', '85512345678', ''],
    ['855 1234 5678', '85512345678', ''],
    ['855 1234 5678 Weekly planning', '85512345678', 'Weekly planning'],
    ['123 456 7890 2 things', '1234567890', '2 things'],
    ['123-456-789 x', '123456789', 'x'],
    ['https://zoom.us/j/85512345678?pwd=x Weekly', 'https://zoom.us/j/85512345678?pwd=x', 'Weekly'],
    ['standup', 'standup', ''],
    ['12345678 x', '12345678', 'x'],
    ['855123456789', '855123456789', ''],
    ['85512345678x', '85512345678x', ''],
    ['', '', ''],
  ])('is of %j %j, and %j', (typed, meeting, words) => {
    expect(readNamedMeeting(`  ${typed} `)).toEqual({meeting, words});
  });
});
