import {describe, expect, it} from '@jest/globals';
import {delayOf} from '../../../join-page/machine/delay.js';

const usual = {waitsFor: 'network', failures: 1, atLeast: 0, isHurried: false} as const;
const seen = {isHidden: false, random: 0};

describe('How long the page waits before it asks again', () => {
  it('is about ten seconds for the host, and a minute where nobody looks', () => {
    const host = {...usual, waitsFor: 'host', failures: 0} as const;
    expect([0, 0.5, 1].map((random) => delayOf(host, {isHidden: false, random}))).toEqual([
      8_000, 10_000, 12_000,
    ]);
    expect(delayOf(host, {isHidden: true, random: 0.5})).toBe(60_000);
    expect(delayOf({...host, atLeast: 30_000}, {isHidden: false, random: 0.5})).toBe(30_000);
  });

  it('grows while something is wrong, up to a minute', () => {
    const delays = [1, 2, 3, 5, 50].map((failures) => delayOf({...usual, failures}, {...seen, random: 1}));
    expect(delays).toEqual([4_000, 8_000, 16_000, 60_000, 60_000]);
    expect(delayOf(usual, seen)).toBe(2_000);
  });

  it('is never shorter than the server says, and spreads those who were sent away together', () => {
    const crowd = {...usual, waitsFor: 'crowd', atLeast: 30_000} as const;
    expect([0, 1].map((random) => delayOf(crowd, {...seen, random}))).toEqual([30_000, 40_000]);
  });

  it('is none where somebody presses Retry', () => {
    expect(delayOf({...usual, isHurried: true, atLeast: 30_000}, seen)).toBe(0);
  });
});
