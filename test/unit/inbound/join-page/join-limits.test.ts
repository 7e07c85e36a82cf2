import type {Request} from 'express';
import {describe, expect, it} from '@jest/globals';
import {createJoinLimits} from '../../../../server/inbound/join-page/join-limits.js';
import {createManualClock} from '../../../support/manual-clock.js';

const from = (address: string): Request =>
  ({get: (name: string) => (name === 'X-Forwarded-For' ? address : undefined)}) as unknown as Request;

describe('the limits of the join page', () => {
  it('A-44 let 3,000 a minute in by one pass, wherever they are, and others meanwhile', () => {
    const clock = createManualClock();
    const {ofPass} = createJoinLimits({clock});
    for (let nth = 0; nth < 3_000; nth += 1) {
      expect(ofPass.spend('one')).toBeUndefined();
      if (nth === 1_499) clock.advance(30_000);
    }
    expect([ofPass.spend('one'), ofPass.spend('other')]).toEqual([30, undefined]);
    clock.advance(30_000);
    expect(ofPass.spend('one')).toBeUndefined();
  });

  it('A-44 count an IPv6 network as one address, and what is only looked at not at all', () => {
    const {unknownPasses} = createJoinLimits({clock: createManualClock()});
    for (let nth = 0; nth < 20; nth += 1) {
      expect(unknownPasses.wait(from('2001:db8::1'))).toBeUndefined();
      expect(unknownPasses.spend(from(`2001:db8::${nth}`))).toBeUndefined();
    }
    expect(unknownPasses.wait(from('2001:db8:0:0:ffff::1'))).toBe(60);
    expect(unknownPasses.wait(from('2001:db8:0:1::1'))).toBeUndefined();
  });
});
