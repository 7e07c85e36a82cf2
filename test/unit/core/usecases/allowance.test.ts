import {describe, expect, it} from '@jest/globals';
import {createAllowance} from '../../../../server/core/usecases/allowance.js';

const NOW = 1_700_000_000_000;
const HOUR = 60 * 60_000;
const attempt = (index: number, at = NOW) => ({id: `attempt ${index}`, at});

describe('an allowance', () => {
  it('is ten attempts in a minute, of each person', () => {
    const allowance = createAllowance();
    for (let index = 0; index < 10; index++)
      expect(allowance.spend('ana', attempt(index, NOW + index))).toBeUndefined();
    expect(allowance.spend('ana', attempt(10, NOW + 10))).toBe(NOW + 60_000);
    expect(allowance.spend('ben', attempt(11, NOW + 10))).toBeUndefined();
    expect(allowance.spend('ana', attempt(12, NOW + 60_000))).toBeUndefined();
    expect(allowance.spend('ana', attempt(13, NOW + 60_000))).toBe(NOW + 60_001);
  });

  it('is forty in an hour, and a refused attempt puts nothing off', () => {
    const allowance = createAllowance();
    const at = (index: number): number => NOW + index * 60_000;
    for (let index = 0; index < 40; index++)
      expect(allowance.spend('ana', attempt(index, at(index)))).toBeUndefined();
    for (let index = 40; index < 50; index++) {
      expect(allowance.spend('ana', attempt(index, at(index)))).toBe(NOW + HOUR);
    }
    expect(allowance.spend('ana', attempt(60, NOW + HOUR))).toBeUndefined();
  });

  it('counts what other processes took, but no attempt twice, and none for one that came before it', () => {
    const allowance = createAllowance();
    const own = [attempt(0), attempt(1), attempt(2)];
    for (const each of own) allowance.spend('ana', each);
    const others = Array.from({length: 8}, (_, index) => attempt(100 + index, NOW - 1));
    const asked = own.map((each) => allowance.nextAt('ana', each, [...others, ...own]));
    expect(asked).toEqual([undefined, undefined, NOW - 1 + 60_000]);
  });
});
