import {describe, expect, it} from '@jest/globals';
import {topicOf} from '../../../webapp/start/topic-of.js';

describe('A topic of a post', () => {
  it.each([
    ['Shall we talk about the release?', 'Shall we talk about the release?'],
    ['**Bold** and `code` and ~~gone~~', 'Bold and code and gone'],
    ['# Heading\n\n> quoted', 'Heading quoted'],
    ['see [the plan](https://x.example/plan) https://y.example', 'see the plan'],
    ['snake_case_name stays', 'snake_case_name stays'],
    [
      'one two three four five six seven eight nine ten eleven twelve thirteen',
      'one two three four five six seven eight nine ten eleven…',
    ],
    ['x'.repeat(200), 'x'.repeat(60)],
    ['😀'.repeat(80), '😀'.repeat(60)],
    ['', ''],
    ['   \n ', ''],
    ['https://only.example', ''],
  ])('%j is %j', (message, topic) => {
    expect(topicOf(message)).toBe(topic);
  });
});
