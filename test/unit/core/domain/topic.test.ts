import {describe, expect, it} from '@jest/globals';
import {readTopic} from '../../../../server/core/domain/topic.js';

describe('the topic of a meeting', () => {
  it.each([
    ['Weekly planning', 'Weekly planning'],
    ['  Weekly \t\u00a0 planning\n', 'Weekly planning'],
    ['Weekly\u2028planning', 'Weekly planning'],
    ['Weekly\u200b\u202e planning', 'Weekly planning'],
    ['👩‍👩‍👧 sync', '👩‍👩‍👧 sync'],
    ['می‌خواهم', 'می‌خواهم'],
  ])('of %j is %j', (typed, topic) => {
    expect(readTopic(typed)).toBe(topic);
  });

  it.each(['', '   ', '\u200b\u200d\ufe0f', '\u200d', '\u3164\u3164', '\u0000', '""', '“”', '" "'])(
    'is none for %j',
    (typed) => {
      expect(readTopic(typed)).toBe('');
    },
  );

  it.each(['"Weekly"', "'Weekly'", '“Weekly”', '„Weekly“', '‘Weekly’', '«Weekly»', '" Weekly "'])(
    'loses the one pair of quotes around %s',
    (typed) => {
      expect(readTopic(typed)).toBe('Weekly');
    },
  );

  it.each(['"a" and "b"', '"', "'", '"open', "Ana's", '“a” “b”', '"\'\\`'])('keeps %s as it is', (typed) => {
    expect(readTopic(typed)).toBe(typed);
  });

  it('has at most 200 characters, as Zoom allows, and ends in an ellipsis when it was longer', () => {
    const topic = readTopic('x'.repeat(5_000));
    expect(topic).toBe(`${'x'.repeat(199)}…`);
    expect(readTopic('x'.repeat(200))).toBe('x'.repeat(200));
  });

  it('is never cut inside what people see as one character', () => {
    const family = '👨‍👩‍👧‍👦';
    const topic = readTopic(family.repeat(100));
    expect(topic.length).toBeLessThanOrEqual(200);
    expect(topic.replaceAll(family, '')).toBe('…');
  });
});
