import {expect, it} from '@jest/globals';
import fc from 'fast-check';
import {decodeProtectedHeader, jwtVerify} from 'jose';
import {SecretText} from '../../server/core/domain/secret-text.js';
import {createSignEntry} from '../../server/outbound/zoom/sign-entry.js';

const SECRET = 'made-up-sdk-secret';
const key = Buffer.from(SECRET);
/** Years 2001 to 2286, and clocks that differ by up to a day. */
const moments = fc.integer({min: 1e12, max: 1e13});
const offsets = fc.option(fc.integer({min: -86_400_000, max: 86_400_000}), {nil: undefined});
const numbers = fc.stringMatching(/^[1-9]\d{8,10}$/);

it('A-45 signs an attendee into one meeting, within Zoom’s limits by Zoom’s clock, whatever ours says', async () => {
  await fc.assert(
    fc.asyncProperty(moments, offsets, numbers, async (now, ahead, number) => {
      const signEntry = createSignEntry({
        clientId: 'sdk-client',
        clientSecret: new SecretText(SECRET),
        clock: {now: () => now},
        clockAhead: () => ahead,
      });
      const signature = (await signEntry(number)).reveal();
      const byZoom = now + (ahead ?? 0);
      const {payload} = await jwtVerify(signature, key, {
        currentDate: new Date(byZoom),
        algorithms: ['HS256'],
      });
      const {iat = NaN, exp = NaN, ...claims} = payload;
      expect(claims).toEqual({appKey: 'sdk-client', mn: number, role: 0, tokenExp: exp});
      expect(exp - iat).toBeGreaterThanOrEqual(1_800);
      expect(exp - iat).toBeLessThanOrEqual(172_800);
      expect(iat * 1000).toBeLessThanOrEqual(byZoom);
      expect([iat, exp].every(Number.isInteger)).toBe(true);
      expect(decodeProtectedHeader(signature)).toEqual({alg: 'HS256', typ: 'JWT'});
    }),
  );
});
