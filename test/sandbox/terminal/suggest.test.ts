import {describe, expect, it} from '@jest/globals';
import {suggest} from '../../../sandbox/terminal/suggest.js';

/** Types what is suggested, as the person who one is by then, until nothing is. */
function follow(): string[] {
  const history: string[] = [];
  const typed: string[] = [];
  let person = 'ana';
  for (let next = suggest(history); next !== undefined && typed.length < 100; next = suggest(history)) {
    history.push(`${person} ${next.type}`);
    typed.push(next.type);
    if (next.type.startsWith('as ')) person = next.type.slice(3);
  }
  return typed;
}

describe('The guide of the terminal', () => {
  it('leads from the start of a meeting to its end, then to other people, places and troubles', () => {
    const typed = follow();
    expect(typed.slice(0, 5)).toEqual([
      '/zoom start Weekly planning',
      'press 1',
      'zoom join Ben',
      'zoom start',
      'zoom end',
    ]);
    expect(typed).toEqual(expect.arrayContaining(['as zoe', 'as ada', 'in ben', 'kill', 'health']));
    expect(typed.at(-1)).toBe('help');
    expect(new Set(typed).size).toBe(typed.length);
  });

  it('goes on from whatever was tried, in any order', () => {
    expect(suggest(['ben zoom end', 'ben /zoom start Something else'])?.type).toBe('press 1');
  });
});
