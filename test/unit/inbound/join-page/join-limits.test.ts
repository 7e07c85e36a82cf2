import type {Request} from 'express';
import {describe, expect, it} from '@jest/globals';
import type {PassReading} from '../../../../server/core/usecases/read-pass.js';
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

  describe('for passes that nobody has given out', () => {
    const unknown = async (): Promise<PassReading> => ({kind: 'unknown'});
    const good: PassReading = {
      kind: 'good',
      pass: {number: '1', kind: 'meeting', topic: '', host: {userId: 'a', zoomUserId: ''}, person: undefined},
    };
    const tooManyFrom = async (address: string) => {
      const {unknownPasses} = createJoinLimits({clock: createManualClock()});
      for (let nth = 0; nth < 20; nth += 1) await unknownPasses.read(from(address), unknown);
      return unknownPasses;
    };

    it('A-44 count an IPv6 network as one address', async () => {
      const unknownPasses = await tooManyFrom('2001:db8::1');
      const tooMany = {kind: 'too-many', seconds: 60};
      expect(await unknownPasses.read(from('2001:db8:0:0:ffff::1'), unknown)).toEqual(tooMany);
      expect(await unknownPasses.read(from('2001:db8:0:1::1'), unknown)).toEqual({kind: 'unknown'});
    });

    it('A-44 count none that is good, and keep nobody out who has one', async () => {
      const unknownPasses = await tooManyFrom('192.0.2.1');
      for (let nth = 0; nth < 40; nth += 1) {
        expect(await unknownPasses.read(from('192.0.2.1'), async () => good)).toBe(good);
        expect(await unknownPasses.read(from('192.0.2.2'), async () => good)).toBe(good);
      }
      expect(await unknownPasses.read(from('192.0.2.2'), unknown)).toEqual({kind: 'unknown'});
    });

    it('A-44 then have the store asked for one at a time', async () => {
      const unknownPasses = await tooManyFrom('192.0.2.1');
      const asked: ((reading: PassReading) => void)[] = [];
      const ask = (): Promise<PassReading> => new Promise((resolve) => asked.push(resolve));
      const readings = ['192.0.2.1', '192.0.2.1', '192.0.2.2'].map((address) =>
        unknownPasses.read(from(address), ask),
      );
      await Promise.resolve();
      expect(asked).toHaveLength(2);
      for (const answer of asked) answer({kind: 'unknown'});
      expect(await Promise.all([readings[0], readings[2]])).toMatchObject([
        {kind: 'too-many'},
        {kind: 'unknown'},
      ]);
      expect(asked).toHaveLength(3);
      asked[2]?.(good);
      expect(await readings[1]).toBe(good);
    });
  });
});
