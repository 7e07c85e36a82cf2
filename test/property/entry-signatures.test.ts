import {expect, it} from '@jest/globals';
import fc from 'fast-check';
import {decodeProtectedHeader, jwtVerify} from 'jose';
import {SecretText} from '../../server/core/domain/secret-text.js';
import {createSignEntry} from '../../server/outbound/zoom/sign-entry.js';

const SECRET = 'made-up-sdk-secret';
const key = Buffer.from(SECRET);
const HOUR_MS = 3_600_000;
/** Years 2001 to 2286, and clocks that differ by up to an hour. */
const moments = fc.integer({min: 1e12, max: 1e13});
const offsets = fc.option(fc.integer({min: -HOUR_MS, max: HOUR_MS}), {nil: undefined});
const numbers = fc.stringMatching(/^[1-9]\d{8,10}$/);

async function sign(now: number, ahead: number | undefined, number: string): Promise<string> {
  const signEntry = createSignEntry({
    clientId: 'sdk-client',
    clientSecret: new SecretText(SECRET),
    clock: {now: () => now},
    clockAhead: () => ahead,
  });
  return (await signEntry(number)).reveal();
}

it('A-45 goes by our own clock where Zoom is said to be off by more than an hour: nothing is signed for later', async () => {
  const far = fc.integer({min: HOUR_MS + 1, max: 1e12}).chain((ms) => fc.constantFrom(ms, -ms));
  await fc.assert(
    fc.asyncProperty(moments, far, async (now, ahead) => {
      expect(await sign(now, ahead, '85512345678')).toBe(await sign(now, undefined, '85512345678'));
    }),
  );
});

it('A-45 signs an attendee into one meeting, within Zoom’s limits by Zoom’s clock, whatever ours says', async () => {
  await fc.assert(
    fc.asyncProperty(moments, offsets, numbers, async (now, ahead, number) => {
      const signature = await sign(now, ahead, number);
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
